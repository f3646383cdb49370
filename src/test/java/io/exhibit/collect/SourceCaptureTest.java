package io.exhibit.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.exhibit.evidence.Call;
import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.Exchange.Outcome;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Operation;
import io.exhibit.evidence.Operation.Protocol;
import io.exhibit.evidence.Reading;
import io.exhibit.evidence.RecordType;
import io.exhibit.evidence.RecordType.Kind;
import io.exhibit.evidence.RecordType.Member;
import io.exhibit.evidence.RecordType.Shape;
import io.exhibit.evidence.RunRecord.Fact;
import io.exhibit.evidence.RunRecord.Lists;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SourceCaptureTest {

    private static final Call LIST = Call.of("zoo:ListAnimals");
    private static final Operation OPERATION = new Operation(
            "zoo:ListAnimals", Protocol.JSON, List.of("Animals"), "", List.of("zoo:ListAnimals"), Set.of("NoZoo"));
    private static final Source SOURCE = new Source(
            "zoo.animals",
            "Animals",
            Source.Scope.REGION,
            List.of(
                    OPERATION,
                    new Operation("zoo:DescribeAnimal", Protocol.JSON, List.of("Animal"), "", List.of(), Set.of())),
            List.of(new Reading(
                    "zoo.animals",
                    "animals",
                    "",
                    "Id",
                    List.of("zoo:ListAnimals"),
                    "Animals",
                    List.of("zoo:DescribeAnimal"),
                    "")));

    private final Line line = new Line();
    private final List<Exchange> kept = new ArrayList<>();

    /** What an answer is known to hold: the list, and the token of the page behind it. */
    private static final Catalog CATALOG = new Catalog(
            List.of(SOURCE),
            Map.of(
                    "zoo.Page",
                    new RecordType(
                            "zoo.Page",
                            List.of(
                                    member("Animals", new Shape(Kind.LIST, "", shape(Kind.LONG), "")),
                                    member("NextToken", shape(Kind.STRING))))),
            Map.of("zoo:ListAnimals", "zoo.Page"),
            Map.of());

    private static Member member(String name, Shape shape) {
        return new Member(name, name, shape);
    }

    private static Shape shape(Kind kind) {
        return new Shape(kind, "", null, "");
    }

    private SourceCapture capture(Limits limits, ExchangeSink sink) {
        AnswerGuard guard = new AnswerGuard(CATALOG);
        Causes causes = (call, target, thrown) -> thrown instanceof Refused r
                ? Optional.of(new Failure(r.cause, r.getMessage(), r.getMessage(), "id"))
                : Optional.empty();
        return new SourceCapture(SOURCE, new Target("1", "r"), line, guard, causes, limits, sink);
    }

    private SourceCapture capture() {
        return capture(Limits.defaults(), kept::add);
    }

    /** Says on the line what came, then hands the text on as the client would hand on its answer. */
    private String answer(int status, String body) {
        line.report(new Attempt(
                new Exchange.Request("POST", "/", Map.of(), new byte[0]),
                new Exchange.Response(status, Map.of(), body.getBytes(StandardCharsets.UTF_8)),
                "",
                Instant.EPOCH,
                List.of()));
        return body;
    }

    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Cause cause;

        Refused(Cause cause, String code) {
            super(code);
            this.cause = cause;
        }
    }

    @Test
    void anAnswerIsKeptAndHandedOn() {
        SourceCapture capture = capture();
        assertThat(capture.ask(LIST, () -> answer(200, "{\"Animals\":[]}"))).isPresent();
        assertThat(kept).extracting(Exchange::outcome).containsExactly(Outcome.ANSWER);
        assertThat(capture.part(7, 9).gaps()).isEmpty();
        assertThat(capture.part(7, 9).offset()).isEqualTo(7);
    }

    @Test
    void deniedCallBecomesGapNotEmptyList() {
        SourceCapture capture = capture();
        Optional<String> answer = capture.ask(LIST, () -> {
            answer(403, "{}");
            throw new Refused(Cause.DENIED, "AccessDenied");
        });
        assertThat(answer).isEmpty();
        assertThat(capture.part(0, 0).gaps())
                .containsExactly(new Gap(LIST, Cause.DENIED, "AccessDenied", "AccessDenied", "id"));
        assertThat(kept).extracting(Exchange::outcome).containsExactly(Outcome.GAP);
    }

    @Test
    void anErrorThatIsAFactIsNoGap() {
        SourceCapture capture = capture();
        capture.ask(LIST, () -> {
            answer(404, "{}");
            throw new Refused(Cause.FAILED, "NoZoo");
        });
        assertThat(capture.part(0, 0).gaps()).isEmpty();
        assertThat(capture.part(0, 0).facts()).containsExactly(new Fact(LIST, "NoZoo", false));
        assertThat(kept).extracting(Exchange::outcome).containsExactly(Outcome.FACT);
    }

    @Test
    void anItemThatWasListedAndIsGoneIsAFactOfItsOwnAndAListThatIsNotFoundIsAGap() {
        Call lion = Call.of("zoo:DescribeAnimal", "lion");
        Call parent = Call.of("zoo:ListAnimals", "north");
        for (Call call : List.of(lion, parent)) {
            SourceCapture capture = capture();
            capture.ask(call, () -> {
                answer(404, "{}");
                throw new Refused(Cause.FAILED, "NotFoundException");
            });
            assertThat(capture.part(0, 0).facts())
                    .isEqualTo(call == lion ? List.of(new Fact(lion, "NotFoundException", true)) : List.of());
            assertThat(capture.part(0, 0).gaps()).hasSize(call == lion ? 0 : 1);
        }
    }

    @Test
    void attemptsBeforeTheLastAreKeptAsRetried() {
        SourceCapture capture = capture();
        capture.ask(LIST, () -> {
            answer(503, "busy");
            return answer(200, "{\"Animals\":[1]}");
        });
        assertThat(kept).extracting(Exchange::outcome).containsExactly(Outcome.RETRIED, Outcome.ANSWER);
        assertThat(kept).extracting(Exchange::attempt).containsExactly(1, 2);
        assertThat(capture.part(0, 0).calls()).isEqualTo(1);
        assertThat(capture.part(0, 0).requests()).isEqualTo(2);
    }

    @Test
    void whatTheClientTookForAnAnswerIsNotBelievedWithoutItsList() {
        SourceCapture capture = capture();
        assertThat(capture.ask(LIST, () -> answer(200, "{\"Message\":\"Forbidden\"}")))
                .isEmpty();
        assertThat(capture.part(0, 0).gaps())
                .extracting(Gap::cause, Gap::message)
                .containsExactly(tuple(Cause.MALFORMED, "the answer has no Animals"));
    }

    @Test
    void pagesStreamUntilThereIsNoToken() {
        SourceCapture capture = capture();
        Deque<String> tokens = new ArrayDeque<>(List.of("b", "c", ""));
        List<String> asked = new ArrayList<>();
        boolean every = capture.pages(
                LIST,
                token -> {
                    asked.add(token);
                    return answer(200, "{\"Animals\":[1,2]}");
                },
                page -> tokens.pop(),
                page -> {});
        assertThat(every).isTrue();
        assertThat(asked).containsExactly(null, "b", "c");
        assertThat(kept).extracting(Exchange::page).containsExactly(1, 2, 3);
        assertThat(capture.part(0, 0).items()).isEqualTo(6);
        assertThat(capture.part(0, 0).calls()).isEqualTo(1);
    }

    @Test
    void aListHasEndedWhenItsLastPageSaysSoWhoeverAsked() {
        SourceCapture capture = capture();
        String more = "{\"Animals\":[1],\"NextToken\":\"b\"}";
        Deque<String> bodies = new ArrayDeque<>(List.of(more, "{\"Animals\":[2],\"NextToken\":\"\"}", more, more));
        Function<String, String> next = page -> page.equals(more) ? "b" : "";

        capture.pages(LIST, token -> answer(200, bodies.pop()), next, page -> {});
        assertThat(capture.part(0, 0).lists()).isEqualTo(new Lists(1, 1, 2, 0));

        capture.pages(LIST, token -> answer(200, bodies.pop()), page -> "", page -> {});
        capture.ask(LIST, () -> answer(200, bodies.pop()));
        assertThat(capture.part(0, 0).lists()).isEqualTo(new Lists(3, 1, 4, 0));
        assertThat(capture.part(0, 0).gaps()).isEmpty();
    }

    @Test
    void aListThatBrokeOffHasNotEndedAndOneThatAFactAnsweredHas() {
        SourceCapture capture = capture();
        capture.ask(LIST, () -> {
            answer(403, "{}");
            throw new Refused(Cause.DENIED, "AccessDenied");
        });
        assertThat(capture.part(0, 0).lists()).isEqualTo(new Lists(1, 0, 0, 0));
        capture.ask(LIST, () -> {
            answer(404, "{}");
            throw new Refused(Cause.FAILED, "NoZoo");
        });
        assertThat(capture.part(0, 0).lists()).isEqualTo(new Lists(2, 1, 0, 0));
    }

    @Test
    void aTokenThatComesBackEndsTheListAsAGap() {
        SourceCapture capture = capture();
        Deque<String> tokens = new ArrayDeque<>(List.of("a", "b", "a"));
        List<String> seen = new ArrayList<>();
        boolean every = capture.pages(LIST, token -> answer(200, "{\"Animals\":[]}"), page -> tokens.pop(), seen::add);
        assertThat(every).isFalse();
        assertThat(seen).hasSize(2);
        assertThat(capture.part(0, 0).gaps()).extracting(Gap::cause).containsExactly(Cause.LOOPING);
        assertThat(kept).extracting(Exchange::outcome).containsExactly(Outcome.ANSWER, Outcome.ANSWER, Outcome.GAP);
    }

    @Test
    void anEndlessListEndsAsAGap() {
        SourceCapture capture = capture(new Limits(5, 1 << 20), kept::add);
        assertThat(capture.pages(LIST, token -> answer(200, "{\"Animals\":[]}"), page -> "t" + kept.size(), page -> {}))
                .isFalse();
        assertThat(kept).hasSize(5);
        assertThat(capture.part(0, 0).gaps()).extracting(Gap::cause).containsExactly(Cause.TOO_LARGE);
    }

    @Test
    void aListLargerThanItsLimitEndsAsAGap() {
        SourceCapture capture = capture(new Limits(1000, 40), kept::add);
        capture.pages(LIST, token -> answer(200, "{\"Animals\":[]}"), page -> "t" + kept.size(), page -> {});
        assertThat(kept).hasSize(3);
        assertThat(capture.part(0, 0).gaps()).extracting(Gap::cause).containsExactly(Cause.TOO_LARGE);
    }

    @Test
    void aLaterPageThatFailsIsAGapAfterPagesThatAreKept() {
        SourceCapture capture = capture();
        boolean every = capture.pages(
                LIST,
                token -> {
                    if (token != null) {
                        throw new Refused(Cause.UNREACHABLE, "");
                    }
                    return answer(200, "{\"Animals\":[1]}");
                },
                page -> "next",
                page -> {});
        assertThat(every).isFalse();
        assertThat(kept).extracting(Exchange::outcome).containsExactly(Outcome.ANSWER);
        assertThat(capture.part(0, 0).gaps()).hasSize(1);
    }

    @Test
    void oneCallAskedInSeveralGoesCountsItsPagesOn() {
        SourceCapture capture = capture();
        for (String subject : List.of("d1", "d1", "d2")) {
            capture.ask(Call.of("zoo:ListAnimals", subject), () -> answer(200, "{\"Animals\":[]}"));
        }
        assertThat(kept).extracting(Exchange::page).containsExactly(1, 2, 1);
    }

    @Test
    void aListAskedOnceMoreMayGiveTheSameTokens() {
        SourceCapture capture = capture();
        for (int round = 0; round < 2; round++) {
            Deque<String> tokens = new ArrayDeque<>(List.of("a", ""));
            assertThat(capture.pages(LIST, token -> answer(200, "{\"Animals\":[]}"), page -> tokens.pop(), page -> {}))
                    .isTrue();
        }
        assertThat(kept).extracting(Exchange::page).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aFaultOfOursIsNotTakenForAGap() {
        assertThatThrownBy(() -> capture().ask(LIST, () -> {
                    throw new IllegalArgumentException("ours");
                }))
                .hasMessage("ours");
    }

    @Test
    void aClientThatIsNotTappedIsFoundOut() {
        assertThatThrownBy(() -> capture().ask(LIST, () -> "{}"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not tapped");
    }

    @Test
    void evidenceThatCannotBeKeptStopsTheRun() {
        SourceCapture capture = capture(Limits.defaults(), exchange -> {
            throw new IOException("disk full");
        });
        assertThatThrownBy(() -> capture.ask(LIST, () -> answer(200, "{\"Animals\":[]}")))
                .isInstanceOf(UncheckedIOException.class);
    }
}
