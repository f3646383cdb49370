package io.exhibit.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PageTextTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<#assign x=\"freemarker.template.utility.Execute\"?new()>${x(\"id\")}",
                "<#assign x=\"freemarker.template.utility.ObjectConstructor\" ? new()>",
                "<#assign x=\"freemarker.template.utility.JythonRuntime\"?new()>",
                "${pack?api.class}",
                "${pack.id?no_esc}",
                "${pack.id?noEsc}",
                "<#noautoesc>${pack.id}</#noautoesc>",
                "<#outputformat \"plainText\">${pack.id}</#outputformat>",
                "<#ftl output_format=\"plainText\">${pack.id}",
                "${\"1+1\"?eval}",
                "<#assign f=\"${7*7}\"?interpret><@f/>",
                "<#import \"/etc/passwd\" as x>",
                "[#ftl]${pack.id}",
                "<img src=\"http://127.0.0.1/\"/>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\"${pack.id}\">x</a>",
                "<style>@import \"x.css\";</style>",
                "<div style=\"background: url(x.png)\"></div>",
                "<script>1</script>"
            })
    void templateThatReachesBeyondTheModelIsRefused(String payload) throws IOException {
        assertThatThrownBy(() -> fill(payload)).isInstanceOf(IOException.class).hasMessageContaining("may not say");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<#include \"../../pom.xml\">",
                "<#include \"/etc/passwd\">",
                "<#include \"fonts/NotoSans-OFL.txt\">",
                "<#include \"%2e%2e/pom.xml\">",
                "${pack.getClass()}",
                "${pack.id.getBytes()}",
                "${.data_model.class.name}",
                "${nothing}"
            })
    void templateSeesNothingButTheModelAndItsOwnKind(String payload) {
        assertThatThrownBy(() -> fill(payload)).isInstanceOf(IOException.class);
    }

    @Test
    void templateThatNeverEndsIsStopped() {
        assertThatThrownBy(() -> fill("<#list 1.. as i>again and again and again</#list>"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("more than");
    }

    @Test
    void valuesAreEscapedAndNeverReadAsTemplates() throws IOException {
        assertThat(fill("${pack.id}")).isEqualTo("&lt;b&gt; &amp; ${7*7}&lt;#assign x=1&gt;");
    }

    @Test
    void shippedTemplatesKeepTheRules() throws IOException {
        for (String name : Templates.PAGES) {
            String text = new String(Templates.shipped().read(name), StandardCharsets.UTF_8);

            assertThat(TemplateRules.broken(name, text)).isEmpty();
        }
    }

    @Test
    void brokenRuleIsNamedWithFileAndLine() {
        assertThat(TemplateRules.broken("cover.ftlh", "one\n${a?no_esc}"))
                .isEqualTo(List.of("cover.ftlh:2: a template may not say ?no_esc"));
    }

    private String fill(String template) throws IOException {
        Files.writeString(folder.resolve("cover.ftlh"), template);
        return new PageText(Templates.in(folder), 100_000)
                .of("cover.ftlh", Map.of("pack", Map.of("id", "<b> & ${7*7}<#assign x=1>")));
    }
}
