"""`segmenters list` names what is installed, and whose weights they are."""

import json


def test_every_segmenter_is_listed_with_the_license_of_its_weights(command) -> None:
    said = command("segmenters", "list")
    assert said.exit_code == 0
    for name in ("click", "command", "nninteractive", "totalsegmentator"):
        assert f"\n{name}\n" in f"\n{said.out}"
    assert "weights: Apache-2.0" in said.out


def test_the_list_is_json_where_it_is_asked_for(command) -> None:
    found = json.loads(command("segmenters", "list", "--json").out)
    assert found["click"]["package"] == ""
    assert "liver_lesions" in found["totalsegmentator"]["choices"]
