"""A certificate authority of our own for tests: a root, an office's certificate as PKCS#12, a time stamp service."""

import os
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

PASS = "印章口令-1"


class Authority:
    """A root that signs certificates, its own one in `root.pem`."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.key = folder, rsa.generate_private_key(65537, 2048)
        self.certificate = self._made("测试根证书", self.key.public_key(), authority=True)
        self.root = folder / "root.pem"
        self.root.write_bytes(self.certificate.public_bytes(serialization.Encoding.PEM))

    def office(self, code: str, name: str) -> Path:
        """`<code>.p12` with its pass phrase beside it."""
        key = rsa.generate_private_key(65537, 2048)
        certificate = self._made(name, key.public_key())
        file = self.folder / f"{code}.p12"
        secret = serialization.BestAvailableEncryption(PASS.encode())
        file.write_bytes(pkcs12.serialize_key_and_certificates(b"seal", key, certificate, [self.certificate], secret))
        file.with_suffix(".pass").write_text(PASS, "utf-8")
        return file

    def token(self, code: str, name: str, pin: str) -> Path:
        """A token of software with the key of an office in it, `<code>.token` beside it; SOFTHSM2_CONF names it."""
        key = rsa.generate_private_key(65537, 2048)
        certificate = self._made(name, key.public_key())
        module = _softhsm(self.folder, code, pin)
        _put_into(module, code, pin, key, certificate)
        file = self.folder / f"{code}.token"
        file.write_text(f'module = "{module}"\ntoken = "{code}"\ncertificate = "seal"\nkey = "seal"\n', "utf-8")
        file.with_suffix(".pass").write_text(pin, "utf-8")
        return file

    def time_stamper(self):
        """A service that stamps without a network."""
        from asn1crypto import keys
        from asn1crypto import x509 as asn1
        from pyhanko.sign.timestamps import DummyTimeStamper
        from pyhanko_certvalidator.registry import SimpleCertificateStore

        key = rsa.generate_private_key(65537, 2048)
        made = self._made("测试时间戳", key.public_key(), use=ExtendedKeyUsageOID.TIME_STAMPING)
        der = serialization.Encoding.DER
        private = key.private_bytes(der, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        store = SimpleCertificateStore()
        store.register(asn1.Certificate.load(self.certificate.public_bytes(der)))
        return DummyTimeStamper(
            asn1.Certificate.load(made.public_bytes(der)), keys.PrivateKeyInfo.load(private), certs_to_embed=store
        )

    def _made(self, name: str, public, *, authority: bool = False, use=None) -> x509.Certificate:
        now = datetime.now(UTC)
        builder = (
            x509.CertificateBuilder()
            .subject_name(_named(name))
            .issuer_name(_named("测试根证书"))
            .public_key(public)
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(days=1))
            .not_valid_after(now + timedelta(days=365))
            .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
            .add_extension(_usage(authority=authority), critical=True)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(self.key.public_key()), critical=False)
        )
        if use:
            builder = builder.add_extension(x509.ExtendedKeyUsage([use]), critical=True)
        return builder.sign(self.key, hashes.SHA256())


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COUNTRY_NAME, "CN"), x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _usage(*, authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not authority,
        content_commitment=not authority,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=authority,
        crl_sign=authority,
        encipher_only=False,
        decipher_only=False,
    )


def _softhsm(folder: Path, label: str, pin: str) -> Path:
    """An empty token in a folder of its own; the library that reads it."""
    store = folder / "tokens"
    store.mkdir()
    settings = folder / "softhsm2.conf"
    settings.write_text(f"directories.tokendir = {store}\n", "utf-8")
    os.environ["SOFTHSM2_CONF"] = str(settings)
    command = ["softhsm2-util", "--init-token", "--free", "--label", label, "--so-pin", "87654321", "--pin", pin]
    subprocess.run(command, check=True, capture_output=True, timeout=30)
    return next(each for each in Path("/usr/lib").rglob("libsofthsm2.so"))


def _put_into(module: Path, label: str, pin: str, key, certificate: x509.Certificate) -> None:
    import pkcs11
    from pkcs11.util.rsa import decode_rsa_private_key
    from pkcs11.util.x509 import decode_x509_certificate

    der = serialization.Encoding.DER
    private = key.private_bytes(der, serialization.PrivateFormat.TraditionalOpenSSL, serialization.NoEncryption())
    with pkcs11.lib(str(module)).get_token(token_label=label).open(rw=True, user_pin=pin) as session:
        named = {pkcs11.Attribute.TOKEN: True, pkcs11.Attribute.LABEL: "seal", pkcs11.Attribute.ID: b"1"}
        session.create_object({**decode_rsa_private_key(private), **named})
        session.create_object({**decode_x509_certificate(certificate.public_bytes(der)), **named})
