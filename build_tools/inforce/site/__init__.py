"""The pages that visitors read: records of whole documents, made from what is published. Nothing here knows MkDocs."""
