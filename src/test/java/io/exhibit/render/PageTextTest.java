package io.exhibit.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PageTextTest {

    /** A billion turns that print nothing. */
    private static final String LOOPS =
            "<#list 1..1000 as i>\n<#list 1..1000 as j>\n\n<#list 1..1000 as k>\n</#list>\n</#list>\n</#list>";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${nothing}",
                "${pack.id.class}",
                "${pack.id.bytes}",
                "${pack[\"getClass\"]}",
                "<#if pack.id>x</#if>",
                "${pack}"
            })
    void templateSeesNothingButTheModelAndItsOwnKind(String payload) {
        assertThatThrownBy(() -> fill(payload)).isInstanceOf(IOException.class);
    }

    @Test
    void templateThatPrintsTooMuchIsStoppedWhereItDoes() {
        assertThatThrownBy(() -> fill("one\n<#list 1..1000 as i>" + "again ".repeat(50) + "</#list>"))
                .isInstanceOf(TemplatesRefused.class)
                .hasMessageContaining("cover.ftlh:2:21: The templates print more than 100000 characters. Print")
                .hasMessageContaining("[template-output]");
    }

    @Test
    void templateThatLoopsIsStoppedAtTheSameTurnEverywhere() {
        Deadline deadline = new Deadline(1_000_100, Long.MAX_VALUE, () -> 0);

        assertThatThrownBy(() -> fill(LOOPS, deadline))
                .isInstanceOf(TemplatesRefused.class)
                .hasMessageContaining(
                        "cover.ftlh:4:1: The templates were stopped here: they take more than 1000100 turns")
                .hasMessageContaining("[template-deadline]");
    }

    @Test
    void templateThatLoopsIsStoppedAtItsDeadline() {
        AtomicLong seconds = new AtomicLong();
        Deadline deadline =
                new Deadline(Long.MAX_VALUE, 60_000_000_000L, () -> seconds.getAndIncrement() * 1_000_000_000L);

        assertThatThrownBy(() -> fill(LOOPS, deadline))
                .isInstanceOf(TemplatesRefused.class)
                .hasMessageContaining(
                        "cover.ftlh:4:1: The templates were stopped here: they take longer than 60 seconds");
        assertThat(seconds).hasValueLessThan(65);
    }

    @Test
    void turnsOfAllPartsAreCountedTogetherAlsoInWhatTheyInclude() throws IOException {
        Files.writeString(folder.resolve("index.ftlh"), "<#list 1..900 as i></#list>");
        Deadline deadline = new Deadline(1000, Long.MAX_VALUE, () -> 0);

        assertThatThrownBy(() -> fill("<#include \"index.ftlh\"><#include \"index.ftlh\">", deadline))
                .isInstanceOf(TemplatesRefused.class)
                .hasMessageContaining("index.ftlh:1:1: The templates were stopped here");
    }

    @Test
    void numberThatWouldFillTheMemoryIsRefused() {
        assertThatThrownBy(() -> fill("${\"1e999999999\"?number + 1}"))
                .isInstanceOf(TemplatesRefused.class)
                .hasMessageContaining("cover.ftlh:1:");
        assertThatThrownBy(() -> fill("${999999999999999999999999999 * 999999999999999}"))
                .isInstanceOf(TemplatesRefused.class)
                .hasMessageContaining("more than 30 digits");
    }

    @Test
    void valuesAreEscapedAndNeverReadAsTemplates() throws IOException {
        assertThat(fill("${pack.id}")).isEqualTo("&lt;b&gt; &amp; ${7*7}&lt;#assign x=1&gt;");
    }

    @Test
    void shippedTemplatesKeepTheRules() throws IOException {
        assertThat(new PageText(Templates.shipped(), 1, Deadline.usual()).problems())
                .isEmpty();
    }

    /** Half a page would be taken for the whole one. */
    @Test
    void mistakeOfOurOwnInTheMiddleOfAPageIsNoPage() throws IOException {
        Files.writeString(folder.resolve("cover.ftlh"), "before ${pack.id} after");
        Map<String, Object> broken = Map.of("pack", new AbstractMap<String, Object>() {
            @Override
            public Object get(Object key) {
                throw new NoClassDefFoundError("ours");
            }

            @Override
            public Set<Entry<String, Object>> entrySet() {
                return Set.of(Map.entry("id", "x"));
            }
        });
        PageText page = new PageText(Templates.in(folder), 100_000, Deadline.usual());

        assertThatThrownBy(() -> page.of("cover.ftlh", broken)).isInstanceOf(NoClassDefFoundError.class);
    }

    /** Between two turns nobody asks for the time. */
    @Test
    void templateThatComesToNoTurnIsGivenUp() throws IOException {
        Files.writeString(folder.resolve("cover.ftlh"), "${pack.id}");
        CountDownLatch never = new CountDownLatch(1);
        Map<String, Object> stuck = Map.of("pack", new AbstractMap<String, Object>() {
            @Override
            public Object get(Object key) {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return "x";
            }

            @Override
            public Set<Entry<String, Object>> entrySet() {
                return Set.of(Map.entry("id", "x"));
            }
        });
        Deadline deadline = new Deadline(Deadline.TURNS, Deadline.NANOS, () -> 0, Duration.ofMillis(1));
        PageText page = new PageText(Templates.in(folder), 100_000, deadline);

        assertThatThrownBy(() -> page.of("cover.ftlh", stuck))
                .isInstanceOf(TemplatesRefused.class)
                .hasMessageContaining("cover.ftlh:1:1: The templates were given up")
                .hasMessageContaining("[template-deadline]");
        never.countDown();
    }

    private String fill(String template) throws IOException {
        return fill(template, Deadline.usual());
    }

    private String fill(String template, Deadline deadline) throws IOException {
        Files.writeString(folder.resolve("cover.ftlh"), template);
        return new PageText(Templates.in(folder), 100_000, deadline)
                .of("cover.ftlh", Map.of("pack", Map.of("id", "<b> & ${7*7}<#assign x=1>")));
    }
}
