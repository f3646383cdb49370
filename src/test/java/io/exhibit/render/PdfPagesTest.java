package io.exhibit.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Even a template that got past the rules fetches nothing: a canary listens on loopback. */
final class PdfPagesTest {

    private final AtomicInteger hits = new AtomicInteger();
    private HttpServer canary;

    @BeforeEach
    void listen() throws IOException {
        canary = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        canary.createContext("/", exchange -> {
            hits.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        canary.start();
    }

    @AfterEach
    void stop() {
        canary.stop(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src='CANARY/x.png' alt='x'/>",
                "<img src='jar:CANARY/x.jar!/x.png' alt='x'/>",
                "<img src='file:///etc/passwd' alt='x'/>",
                "<div style=\"background: url('CANARY/x.png')\">x</div>",
                "<style>@import url('CANARY/x.css');</style>",
                "<style>@font-face { font-family: X; src: url('CANARY/x.ttf'); }</style>",
                "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='9' height='9'>"
                        + "<title>x</title><image xlink:href='CANARY/x.png' width='9' height='9'/></svg>",
                "<object data='CANARY/x.html'>x</object>",
                "<a href='CANARY/x' download='x'>x</a>"
            })
    void pagesFetchNothing(String markup) throws IOException {
        String address = "http://127.0.0.1:" + canary.getAddress().getPort();
        try {
            lay(markup.replace("CANARY", address));
        } catch (IOException refused) {
            assertThat(refused).hasMessageContaining("could not be laid out");
        }
        assertThat(hits).hasValue(0);
    }

    @Test
    void documentTypesAndTheirEntitiesAreRefused() {
        String xxe = "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><html><body>&x;</body></html>";

        assertThatThrownBy(() -> PdfPages.document(xxe))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("DOCTYPE");
    }

    private static void lay(String body) throws IOException {
        String xhtml = "<html xmlns='http://www.w3.org/1999/xhtml' lang='en'><head><title>t</title></head>"
                + "<body style='font-family: Plex'>" + body + "<p>text</p></body></html>";
        try (Fonts fonts = new Fonts(Templates.shipped());
                PDDocument document = new PDDocument()) {
            PdfPages.lay(PdfPages.document(xhtml), fonts, "test", document);
        }
    }
}
