"""Any list to take away as CSV, XLSX or JSON, and tables that come in as CSV or XLSX."""
