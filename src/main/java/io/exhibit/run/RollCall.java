package io.exhibit.run;

import io.exhibit.assessment.Assessment;
import io.exhibit.assessment.Days;
import io.exhibit.assessment.Item;
import io.exhibit.assessment.Judgement;
import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.assessment.Population;
import io.exhibit.assessment.Rolls;
import io.exhibit.assessment.TestResult;
import io.exhibit.assessment.Users;
import io.exhibit.control.Assertion;
import io.exhibit.control.Scope;
import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.Evidence;
import io.exhibit.evidence.Record;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Target;
import io.exhibit.read.RunEvidence;
import io.exhibit.render.PackContent;
import io.exhibit.seal.Vault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Calls the rolls of a pack: who could sign in on the last sealed day, how large each population was at both ends, and who is in a small one. */
final class RollCall {

    private static final String REPORT = "iam.credential-report";
    private static final String ROOT = "<root_account>";

    private final Vault vault;
    private final Days days;
    private final Catalog catalog;

    RollCall(Vault vault, Days days, Catalog catalog) {
        this.vault = vault;
        this.days = days;
        this.catalog = catalog;
    }

    Rolls of(PackContent content) {
        Map<String, List<Item>> items = new TreeMap<>();
        for (Population population : content.populations()) {
            if (PackContent.printed(population)) {
                List<Item> all = new ArrayList<>();
                days.items(population.run(), population.test().id(), all::add);
                items.put(population.test().id(), List.copyOf(all));
            }
        }
        return new Rolls(users(content.assessment()), counts(content.assessment()), items);
    }

    private Map<String, Rolls.Count> counts(PeriodAssessment assessment) {
        List<Assessment> sealed = runs(assessment).stream()
                .flatMap(run -> days.assessment(run.id()).stream())
                .toList();
        Map<String, Rolls.Count> counts = new TreeMap<>();
        if (!sealed.isEmpty()) {
            Map<String, Long> first = new TreeMap<>();
            Set<String> across = assessment.tests().stream()
                    .map(TestResult::assertion)
                    .filter(test -> test.across().given())
                    .map(Assertion::id)
                    .collect(Collectors.toSet());
            sealed.get(0)
                    .judgements()
                    .forEach(judged -> first.put(
                            judged.assertion(), things(sealed.get(0), judged, across.contains(judged.assertion()))));
            for (Judgement judged : sealed.get(sealed.size() - 1).judgements()) {
                counts.put(
                        judged.assertion(),
                        new Rolls.Count(first.getOrDefault(judged.assertion(), -1L), judged.leftOut()));
            }
        }
        return counts;
    }

    /** Without the places; only a test that goes across them, and one that knows nothing of some, has any. */
    private long things(Assessment day, Judgement judged, boolean across) {
        if (!across && judged.inconclusive() == 0) {
            return judged.population();
        }
        long[] places = {0};
        days.items(day.run(), judged.assertion(), item -> places[0] += item.ofPlace() ? 1 : 0);
        return judged.population() - places[0];
    }

    private List<RunRecord> runs(PeriodAssessment assessment) {
        return assessment.days().stream()
                .flatMap(day -> day.run().stream())
                .filter(run -> days.assessment(run.id()).isPresent())
                .toList();
    }

    private Users users(PeriodAssessment assessment) {
        List<RunRecord> runs = runs(assessment);
        if (runs.isEmpty()) {
            return Users.NONE;
        }
        Scope scope = assessment.book().scope();
        Users first = users(runs.get(0), scope, -1);
        return users(
                runs.get(runs.size() - 1),
                scope,
                first.unread().isEmpty() ? first.all().size() : -1);
    }

    private Users users(RunRecord run, Scope scope, long before) {
        Evidence evidence =
                new RunEvidence(run, catalog, (target, source, each) -> vault.exchanges(run, target, source, each));
        List<Users.User> all = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        for (Target target : ReadOnce.of(run, scope)) {
            String account = target.account();
            boolean known = evidence.read(target, List.of(REPORT), record -> all.add(user(account, record)))
                    .get(0)
                    .known();
            if (!known) {
                unread.add(account);
            }
        }
        all.sort(Comparator.comparing(Users.User::account)
                .thenComparing(user -> !user.root())
                .thenComparing(Users.User::name));
        return new Users(run.id(), run.started(), all, unread, before);
    }

    private static Users.User user(String account, Record record) {
        String name = (String) record.members().getOrDefault("user", record.key());
        List<Users.Key> keys = new ArrayList<>();
        for (int slot = 1; slot <= 2; slot++) {
            String key = "access_key_" + slot;
            boolean active = flag(record, key + "_active").orElse(false);
            Optional<Instant> rotated = instant(record, key + "_last_rotated");
            if (active || rotated.isPresent()) {
                keys.add(new Users.Key(slot, active, rotated, instant(record, key + "_last_used_date")));
            }
        }
        return new Users.User(
                account,
                name,
                name.equals(ROOT),
                flag(record, "password_enabled"),
                flag(record, "mfa_active"),
                instant(record, "password_last_changed"),
                instant(record, "password_last_used"),
                keys);
    }

    private static Optional<Boolean> flag(Record record, String member) {
        return Optional.ofNullable((Boolean) record.members().get(member));
    }

    private static Optional<Instant> instant(Record record, String member) {
        return Optional.ofNullable((Instant) record.members().get(member));
    }
}
