"""The frozen types of Inforce: text, facts, policies and versions. A type per stage; nothing from the outside."""
