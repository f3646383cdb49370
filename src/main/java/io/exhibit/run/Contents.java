package io.exhibit.run;

import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.RunRecord;
import io.exhibit.render.PackContent;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Gathers what a pack is printed from. */
public final class Contents {

    private final Vault vault;
    private final Catalog catalog;
    private final String tool;
    private final Map<String, String> digests;
    private final Function<PeriodAssessment, byte[]> results;

    /**
     * @param tool name and version of what prints
     * @param digests what made it, by name
     * @param results the assessment for programs, attached to the pack
     */
    public Contents(
            Vault vault,
            Catalog catalog,
            String tool,
            Map<String, String> digests,
            Function<PeriodAssessment, byte[]> results) {
        this.vault = vault;
        this.catalog = catalog;
        this.tool = tool;
        this.digests = digests;
        this.results = results;
    }

    PackContent of(PeriodAssessment assessment, List<RunRecord> log, IssueShelf.Issued issue) throws IOException {
        List<RunRecord> runs = log.stream()
                .filter(run -> !run.due().isBefore(assessment.period().start())
                        && run.due().isBefore(assessment.period().end()))
                .toList();
        String endpoint = runs.stream()
                .map(RunRecord::endpoint)
                .filter(e -> !e.equals("aws"))
                .findFirst()
                .orElse("aws");
        return new PackContent(
                assessment,
                runs,
                digests(runs),
                catalog.sources(),
                new PackContent.Issue(issue.pack(), issue.number(), issue.at(), true, Optional.empty()),
                new PackContent.Log(issue.origin(), issue.size(), issue.root()),
                !endpoint.equals("aws"),
                endpoint,
                tool,
                digests,
                new Beside(vault, catalog).notes(runs),
                List.of(new PackContent.Attachment(
                        "assessment.json", "application/json", "The results for programs", results.apply(assessment))));
    }

    private Map<String, String> digests(List<RunRecord> runs) throws IOException {
        Map<String, String> byRun = new HashMap<>();
        for (RunRecord run : runs) {
            vault.digest(run.id()).ifPresent(digest -> byRun.put(run.id(), digest));
        }
        return byRun;
    }
}
