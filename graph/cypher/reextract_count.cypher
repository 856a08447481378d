RETURN COUNT { (:Document) } AS documents
