"""What a host needs to be told of the site: which headers to send with which files, in the words of several hosts."""
