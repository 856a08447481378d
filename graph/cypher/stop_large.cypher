SHOW TRANSACTIONS YIELD transactionId AS id, metaData AS said, estimatedUsedHeapMemory AS held
WHERE said.reader = $reader AND held > $most
TERMINATE TRANSACTIONS id YIELD message
RETURN count(message) AS stopped
