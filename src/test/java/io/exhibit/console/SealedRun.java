package io.exhibit.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.exhibit.assessment.Assessment;
import io.exhibit.assessment.Item;
import io.exhibit.assessment.Judgement;
import io.exhibit.assessment.Verdict;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.evidence.Target;
import io.exhibit.seal.FileVault;
import io.exhibit.seal.RunWriter;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A vault with one run: an answer of AWS, and the items that were made of what is in it. */
final class SealedRun {

    static final String ID = "2026-10-31T060000Z";
    static final String SOURCE = "inspector2.findings";
    private static final Instant AT = Instant.parse("2026-10-31T06:00:00Z");

    /** Packs that the log has. */
    static final List<String> PACKS = List.of("EH-2026-08", "EH-2026-09");

    private SealedRun() {}

    /**
     * Seals it.
     *
     * @param test in whose population the items are; its source is {@link #SOURCE}
     * @param items the answer holds those that are where the first one is
     * @param title of those things, as AWS answers it
     */
    static Vault in(Path folder, String test, List<Item> items, String title) throws IOException {
        Vault vault = FileVault.create(folder, "example/log", SigningKey.of(new byte[32]), () -> AT);
        Item first = items.get(0);
        try (RunWriter run = vault.begin(ID)) {
            run.seal(record(run, first.target(), answer(things(items), title)));
        }
        vault.assess(ID, sink -> {
            for (Item item : items) {
                sink.accept(test, item);
            }
            int all = items.size();
            return new Assessment(ID, AT, "book", List.of(new Judgement(test, Verdict.FAIL, all, 0, all, 0, 0, 0, "")));
        });
        for (String pack : PACKS) {
            vault.sealPack(pack, "9".repeat(64));
        }
        return vault;
    }

    private static RunRecord record(RunWriter run, Target target, Exchange exchange) throws IOException {
        try (RunWriter.UnitWriter unit = run.unit(target)) {
            unit.source(SOURCE);
            unit.write(exchange);
            RunWriter.Frames frames = unit.endSource();
            RunRecord.Part part = new RunRecord.Part(
                    SOURCE,
                    1,
                    1,
                    1,
                    new RunRecord.Lists(1, 1, 1, 0),
                    List.of(),
                    List.of(),
                    frames.offset(),
                    frames.length());
            return new RunRecord(
                    ID,
                    AT,
                    AT,
                    AT,
                    Outcome.COMPLETE,
                    "",
                    "aws",
                    "arn",
                    "",
                    List.of(),
                    Map.of(),
                    List.of(unit.commit(List.of(part))));
        }
    }

    private static List<String> things(List<Item> items) {
        return items.stream()
                .filter(item -> item.target().equals(items.get(0).target()))
                .map(Item::key)
                .toList();
    }

    private static Exchange answer(List<String> keys, String title) throws IOException {
        List<Map<String, String>> findings = keys.stream()
                .map(key -> Map.of("findingArn", key, "title", title))
                .toList();
        String body = new ObjectMapper().writeValueAsString(Map.of("findings", findings));
        return new Exchange(
                Call.of("inspector2:ListFindings"),
                1,
                1,
                Exchange.Outcome.ANSWER,
                AT,
                "request-1",
                new Exchange.Request("POST", "/findings/list", Map.of(), new byte[0]),
                new Exchange.Response(200, Map.of("x-note", title), body.getBytes(StandardCharsets.UTF_8)),
                "",
                List.of());
    }
}
