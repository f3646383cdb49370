package io.exhibit.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.console.door.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are two things at once, that are called what leads elsewhere, or that never end: none becomes a page of anybody's browser, none lies outside its folder. */
@OneJdk
final class UploadAttackTest {

    private static final String BOUNDARY = "----WebKitFormBoundaryABC123";
    private static final String SCRIPT = "<html><script>alert(document.cookie)</script></html>";

    @TempDir
    Path folder;

    private Room room;
    private Room.Visit visit;
    private String target;

    @BeforeEach
    void enter() throws IOException {
        room = new Room(folder);
        visit = room.enter(Role.OFFICER);
        target = Room.HOME + "/book/documents/" + room.book.document();
    }

    @AfterEach
    void close() throws IOException {
        room.close();
        assertThat(room.mishaps).isEmpty();
    }

    private static String field(String name, String value) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String file(String head, String bytes) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + head
                + "\"\r\nContent-Type: application/pdf\r\n\r\n" + bytes + "\r\n";
    }

    private String fields() throws IOException {
        Ask.Answer page = room.get(visit, target);
        return field("form.guard", visit.guard())
                + field("form.version", hidden(page, "form.version"))
                + field("form.beginning", hidden(page, "form.beginning"))
                + field("title", "Policy")
                + field("version", "5")
                + field("approver", "Jane Doe, Officer")
                + field("approved", "2026-10-01")
                + field("digest", "");
    }

    private static String hidden(Ask.Answer page, String name) {
        String mark = "name=\"" + name + "\" value=\"";
        int at = page.body().indexOf(mark);
        return at < 0
                ? ""
                : page.body().substring(at + mark.length(), page.body().indexOf('"', at + mark.length()));
    }

    private Ask parcel(String body) {
        return room.by(visit, new Ask("POST", target))
                .with("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .with("Origin", room.origin())
                .with("Sec-Fetch-Site", "same-origin")
                .body(body);
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String pdf(String inside) {
        return "%PDF-1.7\n1 0 obj\n" + inside + "\nendobj\ntrailer\n%%EOF\n";
    }

    private static String png(String comment) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk(all, "IHDR", new byte[13]);
        chunk(all, "tEXt", comment.getBytes(StandardCharsets.ISO_8859_1));
        chunk(all, "IEND", new byte[0]);
        return latin(all.toByteArray());
    }

    private static void chunk(ByteArrayOutputStream all, String type, byte[] data) {
        all.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        byte[] body = (type + latin(data)).getBytes(StandardCharsets.ISO_8859_1);
        all.writeBytes(body);
        CRC32 sum = new CRC32();
        sum.update(body);
        all.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    private static String jpeg(String comment) {
        return "\u00ff\u00d8\u00ff\u00fe\0\u0020" + comment + "\u00ff\u00db" + "x".repeat(20) + "\u00ff\u00d9";
    }

    private static String zip(String... entries) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(all)) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry(entries[i]));
                zip.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return latin(all.toByteArray());
    }

    private static String docx(String... more) throws IOException {
        List<String> all = new ArrayList<>(List.of("[Content_Types].xml", "<Types/>", "word/document.xml", "<w/>"));
        all.addAll(List.of(more));
        return zip(all.toArray(String[]::new));
    }

    private static String bomb() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(all)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            byte[] zeros = new byte[1 << 20];
            for (int n = 0; n < 210; n++) {
                zip.write(zeros);
            }
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("word/document.xml"));
        }
        return latin(all.toByteArray());
    }

    private static String many() throws IOException {
        List<String> all = new ArrayList<>();
        for (int n = 0; n < 5_001; n++) {
            all.addAll(List.of("e" + n, ""));
        }
        return docx(all.toArray(String[]::new));
    }

    /** Refused, each with a sentence beside the field, and nothing is kept. */
    private static Map<String, String> refused() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("page.html", SCRIPT);
        files.put("page.pdf", SCRIPT);
        files.put("page.txt", SCRIPT);
        files.put("page2.txt", "  \n <!DOCTYPE html>" + SCRIPT);
        files.put("drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>");
        files.put("drawing.txt", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>");
        files.put("bom.txt", "\u00ef\u00bb\u00bf<svg onload=alert(1)>");
        files.put("feed.xml", "<?xml version='1.0'?><x xmlns='http://www.w3.org/1999/xhtml'/>");
        files.put("picture.gif", "GIF89a=1;alert(1)//");
        files.put("gif.png", "GIF89a=1;alert(1)//");
        files.put("gif.txt", "GIF89a=1;alert(1)//");
        files.put("script.js", "alert(1)");
        files.put("shell.txt", "#!/bin/sh\nrm -rf /\n");
        files.put("late.pdf", SCRIPT + pdf(""));
        files.put("early.pdf", pdf("") + SCRIPT);
        files.put("zip.pdf", pdf("") + zip("a", "b"));
        files.put("cut.pdf", "%PDF-1.7\n1 0 obj");
        files.put("tail.png", png("x") + SCRIPT);
        files.put("head.png", SCRIPT + png("x"));
        files.put("cut.png", png("x").substring(0, 20));
        files.put("size.png", png("x").replace("\0\0\0\u0001tEXt", "\u007f\u00ff\u00ff\u00fftEXt"));
        files.put("tail.jpg", jpeg("x") + SCRIPT);
        files.put("zip.jpeg", jpeg("x") + zip("a", "b"));
        files.put("plain.docx", zip("a", "b"));
        files.put("macro.docx", docx("word/vbaProject.bin", "x"));
        files.put("up.docx", docx("../../evil", "x"));
        files.put("deep.docx", docx("word/../../../etc/cron.d/evil", "x"));
        files.put("root.docx", docx("/etc/passwd", "x"));
        files.put("windows.docx", docx("..\\evil", "x"));
        files.put("drive.docx", docx("c:evil", "x"));
        files.put("page.docx", docx("index.html", SCRIPT));
        files.put("bomb.docx", bomb());
        files.put("many.docx", many());
        files.put("before.docx", SCRIPT + docx());
        files.put("behind.docx", docx() + SCRIPT);
        files.put("sheet.docx", zip("[Content_Types].xml", "<Types/>", "xl/workbook.xml", "<x/>"));
        files.put("jar.docx", zip("META-INF/MANIFEST.MF", "Main-Class: Evil", "Evil.class", "x"));
        files.put("other.odt", zip("mimetype", "text/html", "content.xml", SCRIPT));
        files.put("policy.pdf.exe", pdf(""));
        files.put("policy.pdf.html", pdf(""));
        files.put("policy.pdf%00.html", pdf(""));
        files.put("policy\0.pdf", pdf(""));
        files.put("policy\u00e2\u0080\u00aefdp.exe.pdf", pdf(""));
        files.put("../../evil.pdf", pdf(""));
        files.put("..\\evil.pdf", pdf(""));
        files.put("/etc/evil.pdf", pdf(""));
        files.put("c:evil.pdf", pdf(""));
        files.put(".pdf", pdf(""));
        files.put("pdf", pdf(""));
        files.put("policy.pdf ", pdf(""));
        files.put("policy.pdf.", pdf(""));
        files.put("policy.PHP", "<?php system($_GET[1]);");
        files.put("binary.txt", "MZ\u0090\0\u0003");
        files.put("latin.txt", "caf\u00e9");
        files.put("empty.pdf", "");
        files.put("n".repeat(300) + ".pdf", pdf(""));
        return files;
    }

    /** Taken in, as they may be what they say; whatever else they are, they are handed out as a file. */
    private static Map<String, String> inert() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("script-inside.pdf", pdf("<</JS (app.alert(1))/S /JavaScript>>"));
        files.put("page-inside.pdf", pdf(SCRIPT));
        files.put("comment.png", png("Comment\0" + SCRIPT));
        files.put("comment.jpg", jpeg(SCRIPT.substring(0, 30)));
        files.put("policy.html.pdf", pdf("1"));
        files.put("words.txt", "A policy that speaks of " + SCRIPT);
        files.put("script.txt", "alert(1)//");
        files.put("good.docx", docx());
        files.put("good.xlsx", zip("[Content_Types].xml", "<Types/>", "xl/workbook.xml", "<x/>"));
        files.put("good.odt", zip("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "<x/>"));
        files.put("GOOD.PDF", pdf("2"));
        return files;
    }

    private Set<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .filter(file -> !file.startsWith("vault") && !file.endsWith("drafts.lock"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private Ask.Answer send(String name, String bytes) throws IOException {
        return room.ask(parcel(fields() + file(name, bytes) + "--" + BOUNDARY + "--\r\n"));
    }

    @Test
    void whatIsNotOneThingAloneIsRefusedBesideItsField() throws IOException {
        Set<String> before = files();
        Map<String, String> all = refused();
        assertThat(all).hasSizeGreaterThan(Attacks.MANY);
        for (Map.Entry<String, String> each : all.entrySet()) {
            Ask.Answer answer = send(each.getKey(), each.getValue());
            assertThat(answer.status()).as(each.getKey()).isIn(400, 422);
            Attacks.assertInert(answer);
            if (answer.status() == 422) {
                assertThat(answer.body())
                        .as(each.getKey())
                        .contains("value=\"Policy\"")
                        .containsPattern("id=\"d-file\"><b class=\"msg\">[A-Z]");
            }
        }
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void whatIsTakenInIsHandedOutAsAFileAndNothingElse() throws IOException {
        Set<String> before = files();
        for (Map.Entry<String, String> each : inert().entrySet()) {
            Ask.Answer answer = send(each.getKey(), each.getValue());
            assertThat(answer.status()).as(each.getKey() + answer.body()).isEqualTo(303);
            Ask.Answer file = room.get(visit, target + "/file");
            assertThat(file.status()).isEqualTo(200);
            assertThat(file.body())
                    .isEqualTo(
                            new String(each.getValue().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
            assertThat(file.head("Content-Type")).isEqualTo("application/octet-stream");
            assertThat(file.head("Content-Disposition"))
                    .matches("attachment; filename=\"[A-Za-z0-9_-]+\\.(pdf|png|jpg|docx|xlsx|odt|txt)\"");
            assertThat(file.head("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(file.head("Content-Security-Policy")).isEqualTo("sandbox; default-src 'none'");
            assertThat(file.all("Content-Security-Policy")).hasSize(1);
        }
        Set<String> made = files();
        made.removeAll(before);
        assertThat(made)
                .allMatch(file -> file.matches("drafts/documents/[0-9a-f]{64}\\.(pdf|png|jpg|docx|xlsx|odt|txt)")
                        || file.matches("drafts/[0-9a-f]{16}\\.draft\\.json"))
                .hasSize(inert().size() + 1);
    }

    @Test
    void elevenMegabytesAreRefusedAndWhatWasTypedStays() throws IOException {
        String large = pdf("x".repeat(11 << 20));
        Ask.Answer answer = send("large.pdf", large);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("more than 10 MB").contains("value=\"Policy\"");

        Attacks.assertRefused(room.ask(parcel("x").with("Content-Length", Long.toString(1L << 40))), 413, 400);
        assertThat(room.isIn(visit)).isTrue();
    }

    @Test
    void withoutTheWordOfTheSessionAtItsHeadNothingIsRead() throws IOException {
        Room.Visit other = room.enter(Role.OFFICER);
        Set<String> before = files();
        String good = fields() + file("a.pdf", pdf("")) + "--" + BOUNDARY + "--\r\n";
        List<String> forged = List.of(
                good.replace(visit.guard(), other.guard()),
                good.replace(visit.guard(), "0".repeat(64)),
                good.replace(field("form.guard", visit.guard()), ""),
                field("title", "x") + good,
                good.replace("name=\"form.guard\"", "name=\"Form.guard\""),
                "\r\n" + good,
                "preamble\r\n" + good,
                good.replace(BOUNDARY, BOUNDARY + "x"));
        for (String body : forged) {
            Attacks.assertRefused(room.ask(parcel(body)), 403);
        }
        for (String type : List.of(
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=\"" + "x".repeat(71) + "\"",
                "multipart/mixed; boundary=" + BOUNDARY,
                "multipart/form-data; charset=utf-16; boundary=" + BOUNDARY,
                "application/x-www-form-urlencoded",
                "application/pdf",
                "text/plain")) {
            Attacks.assertRefused(room.ask(parcel(good).without("Content-Type").with("Content-Type", type)), 415);
        }
        Attacks.assertRefused(
                room.ask(room.by(visit, new Ask("POST", "/leave"))
                        .with("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .with("Origin", room.origin())
                        .body(good)),
                415);
        Attacks.assertRefused(room.ask(parcel(good).without("Origin").with("Origin", "http://evil.example")), 403);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void aFormThatNoBrowserSendsIsRefused() throws IOException {
        String end = "--" + BOUNDARY + "--\r\n";
        String good = fields() + file("a.pdf", pdf(""));
        List<String> odd = List.of(
                good,
                good + "--" + BOUNDARY,
                good + "--" + BOUNDARY + "-",
                good + end + "epilogue",
                good + file("b.pdf", pdf("")) + end,
                good + field("title", "twice") + end,
                good.replace("name=\"title\"", "name=\"ti tle\"") + end,
                good.replace("name=\"title\"", "name=title") + end,
                good.replace("name=\"title\"", "name=\"title\"; name=\"digest\"") + end,
                good.replace("form-data; name=\"title\"", "attachment; name=\"title\"") + end,
                good.replace("Content-Type: application/pdf", "Content-Transfer-Encoding: base64") + end,
                good.replace("Content-Type: application/pdf", "X: " + "x".repeat(2_000)) + end,
                good.replace("filename=\"a.pdf\"", "filename*=UTF-8''a.pdf") + end,
                good.replace("Policy", "\u00ff\u00fe") + end,
                good.replace("\r\n\r\nPolicy", "\n\nPolicy") + end,
                good + "--" + BOUNDARY + "\r\n\r\nnothing\r\n" + end,
                good
                        + field("a", "x").repeat(1)
                        + field("b", "x")
                        + field("c", "x")
                        + field("d", "x")
                        + field("e", "x")
                        + field("f", "x")
                        + field("g", "x")
                        + field("h", "x")
                        + field("i", "x")
                        + field("j", "x")
                        + field("k", "x")
                        + field("l", "x")
                        + field("m", "x")
                        + field("n", "x")
                        + end,
                fields() + field("large", "x".repeat(300_000)) + end);
        for (String body : odd) {
            Attacks.assertRefused(room.ask(parcel(body)), 400);
        }
        // What breaks off is answered or not; nothing is kept of it.
        room.ask(parcel(good).with("Content-Length", Integer.toString(good.length() + 1_000)));
        assertThat(files()).noneMatch(file -> file.startsWith("drafts/documents"));
    }

    /** A byte now and then holds a place for five minutes, and no longer. */
    @Test
    void aFileThatTricklesGivesItsPlaceBack() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int n = 0; n < 2; n++) {
                Socket socket = new Socket(
                        room.console.address().getAddress(),
                        room.console.address().getPort());
                slow.add(socket);
                socket.setSoTimeout(10_000);
                send(socket, parcel("").with("Host", room.host()).with("Content-Length", "9000000") + fields());
            }
            assertThat(room.ask(parcel(fields() + "--" + BOUNDARY + "--\r\n")).status())
                    .as("both places are taken")
                    .isEqualTo(503);
            room.pass(Duration.ofSeconds(301));
            for (Socket socket : slow) {
                send(socket, "x");
                byte[] line = new byte[12];
                socket.getInputStream().readNBytes(line, 0, line.length);
                assertThat(new String(line, StandardCharsets.ISO_8859_1)).isEqualTo("HTTP/1.1 408");
            }
            assertThat(room.ask(parcel(fields() + "--" + BOUNDARY + "--\r\n")).status())
                    .isNotEqualTo(503);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private static void send(Socket socket, String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Files that never come hold two places; pages and forms go on. */
    @Test
    void filesThatNeverEndKeepNobodyOut() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int n = 0; n < Attacks.MANY; n++) {
                room.pass(Duration.ofSeconds(1));
                Socket socket = new Socket(
                        room.console.address().getAddress(),
                        room.console.address().getPort());
                slow.add(socket);
                socket.getOutputStream()
                        .write((parcel("").with("Host", room.host()).with("Content-Length", "9000000")
                                        + field("form.guard", visit.guard()))
                                .getBytes(StandardCharsets.ISO_8859_1));
            }
            room.pass(Duration.ofSeconds(60));
            assertThat(room.isIn(visit)).isTrue();
            assertThat(room.ask(room.own(visit, "/leave", "")).status()).isEqualTo(303);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }
}
