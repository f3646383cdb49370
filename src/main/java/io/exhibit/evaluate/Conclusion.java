package io.exhibit.evaluate;

import io.exhibit.assessment.DocumentResult;
import io.exhibit.assessment.Judgement;
import io.exhibit.assessment.TestResult;
import io.exhibit.assessment.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What people read about a unit: words and counts. It never says that a paragraph of law is passed or failed. */
final class Conclusion {

    private final Vocabulary vocabulary;

    Conclusion(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** At least one of the two lists holds something. */
    String of(List<TestResult> tests, List<DocumentResult> documents) {
        List<TestResult> deviating = by(tests, Verdict.FAIL);
        List<TestResult> unknown = by(tests, Verdict.INCONCLUSIVE);
        List<TestResult> empty = by(tests, Verdict.NOT_APPLICABLE);
        List<TestResult> mended = tests.stream().filter(TestResult::mended).toList();
        if (empty.size() == tests.size() && mended.isEmpty()) {
            return withoutTests(tests, documents);
        }
        StringBuilder words = new StringBuilder();
        if (!deviating.isEmpty()) {
            words.append("Deviations in ").append(outOf(deviating, tests)).append(": ");
            words.append(counts(deviating));
            long open = deviating.stream().mapToLong(TestResult::thingsUnknown).sum();
            if (open > 0) {
                words.append("; ").append(open).append(" could not be judged");
            }
            if (!unknown.isEmpty()) {
                words.append("; ").append(outOf(unknown, tests)).append(" could not be concluded");
            }
        } else if (!unknown.isEmpty()) {
            words.append("Not fully evaluated: ").append(outOf(unknown, tests)).append(" could not be concluded (");
            words.append(unknown.stream().map(t -> t.assertion().id()).collect(Collectors.joining(", ")))
                    .append(")");
        } else if (mended.isEmpty()) {
            words.append("No deviation in ").append(plural(tests.size() - empty.size(), "test"));
        } else {
            words.append("Mended in the period: ").append(outOf(mended, tests)).append(" deviated (");
            words.append(overTheDays(mended)).append(") and no longer at its end");
        }
        if (!mended.isEmpty() && deviating.size() + unknown.size() > 0) {
            words.append("; mended in the period: ").append(overTheDays(mended));
        }
        List<TestResult> lost =
                unknown.stream().filter(test -> test.daysDeviating() > 0).toList();
        if (!lost.isEmpty()) {
            words.append("; before it could no longer be judged, there was a deviation: ")
                    .append(overTheDays(lost));
        }
        words.append(ground(tests));
        if (!empty.isEmpty()) {
            words.append("; ").append(plural(empty.size(), "test")).append(" without a population");
        }
        if (deviating.isEmpty()) {
            words.append(notInFull(tests));
        }
        return words.append(documents(documents, "; ")).toString();
    }

    /** What all of those that conform rest on, where each of them says it; otherwise "". */
    private static String ground(List<TestResult> tests) {
        List<TestResult> counting = tests.stream()
                .filter(t -> t.verdict() != Verdict.NOT_APPLICABLE)
                .toList();
        boolean conform = counting.stream().allMatch(t -> t.verdict() == Verdict.PASS);
        List<String> grounds = counting.stream()
                .map(t -> t.assertion().particulars().restsOn())
                .distinct()
                .toList();
        return conform && !counting.isEmpty() && !grounds.contains("")
                ? "; this rests on " + String.join(", and on ", grounds)
                : "";
    }

    /** What tests say where a decision makes them information. */
    String information(List<TestResult> tests) {
        List<TestResult> deviating = by(tests, Verdict.FAIL);
        return deviating.isEmpty()
                ? "tests are information"
                : "tests are information, and " + outOf(deviating, tests)
                        + (deviating.size() == 1 ? " deviates: " : " deviate: ") + counts(deviating);
    }

    /** "TLS-02 on 18 of 30 days". */
    private static String overTheDays(List<TestResult> mended) {
        return mended.stream()
                .map(t -> t.assertion().id() + " on " + t.daysDeviating() + " of " + plural(t.daysJudged(), "day"))
                .collect(Collectors.joining(", "));
    }

    /** On a day that was not judged in full nobody knows that nothing deviated. */
    private static String notInFull(List<TestResult> tests) {
        String ids = tests.stream()
                .filter(t -> t.verdict().compareTo(Verdict.PASS) <= 0 && t.daysUnknown() > 0)
                .map(t -> t.assertion().id())
                .collect(Collectors.joining(", "));
        return ids.isEmpty() ? "" : "; not judged in full on every day: " + ids;
    }

    static String state(DocumentResult.State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String withoutTests(List<TestResult> tests, List<DocumentResult> documents) {
        if (documents.isEmpty()) {
            return "Not applicable: "
                    + tests.stream()
                            .map(t -> t.assertion().id() + ": " + t.counted().reason())
                            .collect(Collectors.joining(" "))
                    + notInFull(tests);
        }
        String current = documents(documents, ": ");
        return "Documents only"
                + (current.isEmpty() ? ": " + plural(documents.size(), "document") + " current" : current)
                + notInFull(tests);
    }

    /** What is missing among the documents, or "". */
    private static String documents(List<DocumentResult> documents, String before) {
        List<DocumentResult> wanting =
                documents.stream().filter(d -> d.verdict() == Verdict.MANUAL).toList();
        return wanting.isEmpty()
                ? ""
                : before + wanting.size() + " of " + plural(documents.size(), "document") + " not current ("
                        + wanting.stream()
                                .map(d -> d.document().id() + " " + state(d.state()))
                                .collect(Collectors.joining(", "))
                        + ")";
    }

    /** What deviates; where several tests do, each count names its tests, and equal counts stand once. */
    private String counts(List<TestResult> deviating) {
        if (deviating.size() == 1) {
            return count(deviating.get(0));
        }
        Map<String, List<String>> tests = new LinkedHashMap<>();
        deviating.forEach(test -> tests.computeIfAbsent(count(test), count -> new ArrayList<>())
                .add(test.assertion().id()));
        return tests.entrySet().stream()
                .map(e -> e.getKey() + " (" + String.join(", ", e.getValue()) + ")")
                .collect(Collectors.joining("; "));
    }

    /** "2 of 212 users", in how many places they were looked for where that is told, and how many of them a named person accepted. */
    private String count(TestResult test) {
        Judgement counted = test.counted();
        long deviating = counted.deviating() + counted.accepted();
        return deviating + " of "
                + Amounts.of(test.things(), vocabulary.noun(test.assertion().source()))
                + Amounts.readIn(test.places())
                + (counted.accepted() == 0 ? "" : " (risk accepted for " + counted.accepted() + ")");
    }

    private static List<TestResult> by(List<TestResult> tests, Verdict verdict) {
        return tests.stream().filter(t -> t.verdict() == verdict).toList();
    }

    private static String outOf(List<TestResult> some, List<TestResult> all) {
        return some.size() + " of " + plural(all.size(), "test");
    }

    private static String plural(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
