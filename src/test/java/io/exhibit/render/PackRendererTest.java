package io.exhibit.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PackRendererTest {

    @TempDir
    Path folder;

    @Test
    void sameContentGivesTheSameBytes() {
        assertThat(RenderedSample.render(SamplePack.content())).isEqualTo(RenderedSample.pdf());
    }

    @Test
    void textWithoutAFontIsNotPrintedSilently() throws IOException {
        String sheet = new String(Templates.shipped().read("pack.css"), StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("pack.css"), sheet + "\nh1 { font-family: Nowhere; }\n");

        assertThatThrownBy(() ->
                        new PackRenderer(Templates.in(folder)).render(SamplePack.small(), new ByteArrayOutputStream()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Font list is empty");
    }

    @Test
    void templateThatIsNotWellFormedIsNamed() throws IOException {
        Files.writeString(folder.resolve("cover.ftlh"), "<p>never closed");

        assertThatThrownBy(() ->
                        new PackRenderer(Templates.in(folder)).render(SamplePack.small(), new ByteArrayOutputStream()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("well-formed");
    }
}
