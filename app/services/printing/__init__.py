"""What leaves on paper: annual report and Surat Perintah, drawn with ReportLab.

`contents` holds the plain facts and is cheap to import; the rest loads ReportLab.
"""
