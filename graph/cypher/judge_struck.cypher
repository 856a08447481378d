MERGE (:Struck {id: 'struck'})
