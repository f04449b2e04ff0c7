"""Evidence on disk: what the links of TAUTAN BUKTI that mean files lead to, and what lies in a folder per kode.

Only the folder that was named is ever looked at, and addresses on the web are never opened. May import the ground floor
only.
"""
