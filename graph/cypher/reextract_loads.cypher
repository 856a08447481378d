// Which loads brought some documents.
UNWIND $documents AS id
MATCH (d:Document {id: id})<-[:BROUGHT]-(l:Load)
RETURN id AS document, l.id AS load
