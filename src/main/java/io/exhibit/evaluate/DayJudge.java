package io.exhibit.evaluate;

import io.exhibit.assessment.Item;
import io.exhibit.assessment.Item.State;
import io.exhibit.assessment.Judgement;
import io.exhibit.assessment.Verdict;
import io.exhibit.evidence.Evidence.Coverage;
import io.exhibit.evidence.Record;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Target;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Goes through the populations of one run: one pass over each source at each target serves all of its assertions. */
final class DayJudge {

    private static final String ACCOUNTS = "organizations.accounts";

    private final RunContext run;
    private final List<CompiledTest> all;
    private final List<CompiledTest> tests;

    DayJudge(RunContext run, List<CompiledTest> tests) {
        this.run = run;
        this.all = tests;
        this.tests =
                tests.stream().filter(test -> run.choice.not(test).isEmpty()).toList();
    }

    /** One judgement for each assertion, ordered by id. */
    List<Judgement> judge(List<Source> sources) {
        unseenAccounts();
        for (Source source : sources) {
            Map<String, List<CompiledTest>> byReading = tests.stream()
                    .filter(t -> run.vocabulary
                            .source(t.assertion().source())
                            .filter(source::equals)
                            .isPresent())
                    .collect(Collectors.groupingBy(t -> t.assertion().source(), TreeMap::new, Collectors.toList()));
            if (!byReading.isEmpty()) {
                source(source, byReading);
            }
        }
        for (CompiledTest test : tests) {
            String population = test.assertion().source();
            if (population.startsWith(Vocabulary.REGISTER)) {
                register(test, population.substring(Vocabulary.REGISTER.length()));
            } else if (population.equals(Vocabulary.ACCOUNTS) || population.equals(Vocabulary.TARGETS)) {
                collection(test, population);
            }
        }
        return all.stream()
                .map(this::judgement)
                .sorted(Comparator.comparing(Judgement::assertion))
                .toList();
    }

    /**
     * While nobody knows which accounts there are, no population over accounts is known in full, however well the accounts
     * answered that were seen: such a test has one more item, and that one could not be judged.
     */
    private void unseenAccounts() {
        Target caller = run.targets.caller();
        Optional<Source> organization = run.vocabulary.source(ACCOUNTS);
        if (organization.isEmpty()
                || !run.targets.asked(caller, organization.get().key())) {
            return;
        }
        Coverage accounts =
                run.evidence.read(caller, List.of(ACCOUNTS), record -> {}).get(0);
        if (accounts.known()) {
            return;
        }
        String why =
                "which accounts the organization has could not be read: " + CollectionRecords.words(accounts.gaps());
        tests.stream()
                .filter(this::overAccounts)
                .forEach(
                        test -> run.tally(test).item(new Item(caller, Item.ACCOUNTS, State.INCONCLUSIVE, "", why, "")));
    }

    private boolean overAccounts(CompiledTest test) {
        return !test.assertion().ofWholePeriod()
                && run.vocabulary
                        .source(test.assertion().source())
                        .map(source -> source.scope() != Source.Scope.ORGANIZATION)
                        .orElse(true);
    }

    private Judgement judgement(CompiledTest test) {
        String choice = run.choice.not(test);
        if (!choice.isEmpty()) {
            return notAsked(test, choice);
        }
        return test.assertion().ofWholePeriod()
                ? notAsked(test, "It is judged when a period is bound.")
                : run.tally(test).judgement();
    }

    private static Judgement notAsked(CompiledTest test, String why) {
        return new Judgement(test.assertion().id(), Verdict.NOT_APPLICABLE, 0, 0, 0, 0, 0, 0, why);
    }

    private void source(Source source, Map<String, List<CompiledTest>> byReading) {
        List<Target> targets = run.targets.of(source);
        if (targets.stream().noneMatch(t -> run.targets.counts(t, source))) {
            byReading
                    .values()
                    .forEach(some ->
                            some.forEach(t -> run.tally(t).unknown("The run asked for no " + run.noun(t) + ".")));
        }
        for (Target target : targets) {
            boolean asked = run.targets.asked(target, source.key());
            if (!run.targets.counts(target, source)) {
                if (asked) {
                    run.evidence.read(
                            target,
                            List.copyOf(byReading.keySet()),
                            record -> byReading
                                    .get(record.reading())
                                    .forEach(t -> run.tally(t).leftOut()));
                }
                continue;
            }
            boolean everywhere = source.scope() == Source.Scope.ORGANIZATION;
            Stand stand = new Stand(run, target, everywhere);
            List<Coverage> coverages = asked
                    ? run.evidence.read(target, List.copyOf(byReading.keySet()), record -> {
                        Record placed = everywhere ? placed(record) : record;
                        byReading.get(record.reading()).forEach(t -> stand.judge(t, placed));
                    })
                    : byReading.keySet().stream()
                            .map(r -> new Coverage(r, false, List.of(), 0, 0))
                            .toList();
            coverages.forEach(c -> byReading.get(c.reading()).forEach(t -> covered(t, c, stand)));
        }
    }

    private static Record placed(Record record) {
        return new Record(
                record.reading(),
                OwnAccount.ofAnswer(record.key(), record.members(), record.target()),
                record.key(),
                record.members(),
                record.gaps(),
                record.provenance());
    }

    private void covered(CompiledTest test, Coverage coverage, Stand stand) {
        if (!coverage.asked()) {
            stand.unknown(test, run.noun(test) + " were not asked for here");
        } else if (!coverage.known()) {
            stand.unknown(test, run.noun(test) + " could not be read: " + CollectionRecords.words(coverage.gaps()));
        } else if (test.across() != null) {
            stand.across(test, coverage.records());
        }
    }

    private void collection(CompiledTest test, String population) {
        List<Record> records = run.collection.of(population);
        if (records.isEmpty()) {
            run.tally(test).unknown("The run saw no account.");
        }
        for (Record record : records) {
            if (run.targets.inScope(record.target().account())) {
                new Stand(run, record.target(), false).judge(test, record);
            } else {
                run.tally(test).leftOut();
            }
        }
    }

    private void register(CompiledTest test, String name) {
        String none = run.registers.whyNone(name);
        if (!none.isEmpty()) {
            run.tally(test).unknown(none);
            return;
        }
        Stand stand = new Stand(run, run.targets.caller(), true);
        for (RegisterRecords.Named entry : run.registers.entries(name)) {
            Target own = OwnAccount.ofEntry(entry.key(), entry.members(), stand.target());
            if (entry.unknown().isEmpty()) {
                String reading = test.assertion().source();
                stand.judge(test, new Record(reading, own, entry.key(), entry.members(), List.of(), null));
            } else {
                run.tally(test).item(new Item(own, entry.key(), State.INCONCLUSIVE, "", entry.unknown(), ""));
            }
        }
    }
}
