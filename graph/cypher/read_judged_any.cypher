RETURN COUNT { (:Verdict) } AS verdicts, COUNT { (:Judgement) } AS judgements
