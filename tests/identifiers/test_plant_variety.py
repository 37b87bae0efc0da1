import pytest


@pytest.mark.parametrize(
    ("value", "canonical"),
    [
        ("CNA20080376.X", "CNA20080376.X"),
        ("cna 2008 0376.x", "CNA20080376.X"),
        ("CNA20080376X", "CNA20080376.X"),
        ("品种权号：ＣＮＡ20080376．X", "CNA20080376.X"),
        ("CNA20191000123", "CNA20191000123"),
        ("20190045", "20190045"),
    ],
)
def test_number_is_brought_to_one_form(checked, value, canonical):
    found = checked("plant_variety", value)

    assert (found.valid, found.canonical, found.problems) == (True, canonical, ())


def test_several_numbers_are_a_list(checked):
    found = checked("plant_variety", "CNA20080376.X、CNA20191000123")

    assert (found.valid, found.canonical) == (True, ["CNA20080376.X", "CNA20191000123"])


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("20140780.6", "application_number"),
        ("申请号 20191000123", "application_number"),
        ("CNA20300001.1", "year"),
        ("19800045", "year"),
        ("CNA2008037", "length"),
        ("CNA2O080376.X", "characters"),
        ("CNA20080376.Y", "characters"),
        ("CNA201005**.7", "masked"),
        ("CNA", "serial_missing"),
        ("12345678", "placeholder"),
        ("五优稻", "unreadable"),
    ],
)
def test_doubt_has_its_code(codes, value, expected):
    assert codes("plant_variety", value) == [expected]
