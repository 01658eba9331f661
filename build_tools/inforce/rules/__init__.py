"""What a source must keep to: each rule looks at parsed text and data, and yields problems, all that it finds.

A rule is a function in the file of its family, which makes each problem by `problem(code, place, …)`. Adding one takes
that file, the family's part of `problems/catalog/` (title, why, level, message, remedy, example), one folder of
`tests/bad_sources/` that breaks it, and the handbook's page of messages, which `python build_tools/handbook.py` writes.
A new family is called once, in `side_by_side.py` or `project/check.py`, where rules that read the same are one list.
"""
