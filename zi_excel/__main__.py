"""`python -m zi_excel` is `zi-excel`."""

from zi_excel.cli import main

if __name__ == "__main__":
    main()
