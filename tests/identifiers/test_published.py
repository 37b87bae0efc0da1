"""Every entry of the published numbers, by its section."""

from casework.identifiers.uscc import organisation_code_fits


def test_published_patent_is_read(checked, ids_patents_published):
    entry = ids_patents_published

    found = checked("patent", entry["raw"])

    assert (found.valid, found.canonical) == (entry["check_ok"], entry["canonical"])


def test_published_patent_with_a_wrong_digit_tells_the_expected_one(checked, ids_patents_published):
    entry = ids_patents_published

    told = [each.message for each in checked("patent", entry["raw"]).problems if each.code == "check_digit"]

    expected = [] if entry["check_ok"] else [f"校验位应为 {entry['expected_check']}"]
    assert [message.partition("；")[0] for message in told] == expected


def test_invalid_patent_is_doubted(checked, ids_patents_invalid):
    found = checked("patent", ids_patents_invalid["raw"])

    assert (found.valid, bool(found.problems)) == (False, True)


def test_invalid_patent_is_never_mended_wrongly(checked, ids_patents_invalid):
    found = checked("patent", ids_patents_invalid["raw"])

    suggestions = {each.suggestion for each in found.problems} - {None}
    assert suggestions <= {ids_patents_invalid.get("made_from")}


def test_swap_that_keeps_the_sum_shows_in_the_year(codes, ids_patents_undetectable):
    assert codes("patent", ids_patents_undetectable["raw"]) == ["year"]


def test_spelling_of_a_patent_does_not_matter(checked, ids_patents_format_variants):
    entry = ids_patents_format_variants

    found = checked("patent", entry["raw"])

    assert (found.valid, found.canonical) == (entry["must_accept"], entry["canonical"])


def test_published_credit_code_is_valid(checked, ids_uscc_published_valid):
    value = ids_uscc_published_valid["value"]

    found = checked("uscc", value)

    assert (found.valid, found.canonical, found.problems) == (True, value, ())


def test_published_wrong_credit_code_tells_why(checked, ids_uscc_published_invalid):
    entry = ids_uscc_published_invalid

    found = checked("uscc", entry["value"])

    code = "length" if entry["why"] == "length" else "check_digit"
    message = found.problems[0].message.partition("；")[0]
    assert (found.valid, found.problems[0].code) == (False, code)
    assert entry["expected_check"] is None or message == f"校验位应为 {entry['expected_check']}"


def test_inner_organisation_code_is_judged_as_published(ids_uscc_published_invalid):
    entry = ids_uscc_published_invalid
    fits = organisation_code_fits(entry["value"]) if len(entry["value"]) == 18 else None

    assert fits == entry["inner_org_code_ok"]


def test_generated_wrong_credit_code_is_doubted(checked, ids_uscc_invalid_generated):
    entry = ids_uscc_invalid_generated

    found = checked("uscc", entry["value"])

    suggestions = {each.suggestion for each in found.problems} - {None}
    assert (found.valid, bool(found.problems)) == (False, True)
    assert "made_from" not in entry or suggestions <= {entry["made_from"]}


def test_spelling_of_a_credit_code_does_not_matter(checked, ids_uscc_format_variants):
    found = checked("uscc", ids_uscc_format_variants["raw"])

    assert (found.valid, found.canonical) == (True, ids_uscc_format_variants["canonical"])


def test_published_trademark_is_read(checked, ids_trademark_registrations):
    entry = ids_trademark_registrations

    found = checked("trademark", entry["value"])

    assert found.valid == (entry.get("valid_format", True) and not entry.get("masked", False))


def test_published_software_registration_is_read(checked, ids_software_copyright):
    entry = ids_software_copyright

    found = checked("software", entry["value"])

    valid = entry.get("valid_format", True)
    assert (found.valid, found.canonical) == (valid, entry["value"] if valid else None)


def test_published_plant_variety_is_read(codes, ids_plant_variety):
    entry = ids_plant_variety
    expected = ["masked"] if entry.get("masked") else []
    expected = ["application_number"] if entry.get("note") == "申请号" else expected

    assert codes("plant_variety", entry["value"]) == expected


def test_synthetic_identity_number_is_valid(checked, ids_synthetic_id_cards):
    value = ids_synthetic_id_cards["value"]

    found = checked("resident_id", value)

    assert (found.valid, found.canonical, found.problems) == (True, value, ())


def test_synthetic_wrong_identity_number_tells_why(codes, ids_synthetic_id_cards_invalid):
    entry = ids_synthetic_id_cards_invalid
    code = {"check": "check_digit", "length": "length", "excel_scientific": "unreadable"}[entry["why"]]

    assert codes("resident_id", entry["value"]) == [code]


def test_published_court_number_is_valid_and_told_apart(checked, ids_court_case_numbers):
    entry = ids_court_case_numbers

    found = checked("court_number", entry["raw"], use="confirmation")

    expected = [] if entry["confirmation"] else ["not_confirmation"]
    assert (found.valid, [each.code for each in found.problems]) == (True, expected)


def test_spelling_of_a_court_number_does_not_matter(checked, ids_court_case_format_variants):
    entry = ids_court_case_format_variants

    found = checked("court_number", entry["raw"])

    canonical = entry["canonical"].replace("(", "（").replace(")", "）")
    assert (found.valid, found.canonical, found.problems) == (True, canonical, ())


def test_invalid_court_number_tells_why(codes, ids_court_case_invalid):
    entry = ids_court_case_invalid
    code = {"无序号": "serial_missing", "年份在未来": "year", "占位": "placeholder"}[entry["why"]]

    assert codes("court_number", entry["raw"]) == [code]


def test_number_of_another_office_is_no_court_number(codes, ids_administrative_numbers):
    assert codes("court_number", ids_administrative_numbers["raw"]) == ["unreadable"]


def test_number_of_another_paper_is_no_court_number(codes, ids_other_right_docs):
    assert codes("court_number", ids_other_right_docs["value"]) == ["unreadable"]
