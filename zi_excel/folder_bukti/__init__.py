"""Evidence on disk: what the links of TAUTAN BUKTI that are files lead to, and what lies in a folder per kode.

Only the folder that was named is ever looked at, and addresses on the web are never opened.
"""
