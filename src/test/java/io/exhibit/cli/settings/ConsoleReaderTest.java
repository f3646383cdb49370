package io.exhibit.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.console.door.Role;
import io.exhibit.control.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleReaderTest {

    private static final String PROXY = "proxy: {header: X-Forwarded-Email, secret: {file: s}}";
    private static final String PEOPLE =
            "people: [{login: Jane@example.org, name: 'Jane Roe, Officer', roles: [officer]}]";

    @TempDir
    private Path folder;

    private ConsoleSettings read(String console) throws IOException {
        return SettingsReader.read(Files.writeString(folder.resolve("exhibit.yaml"), "console: {" + console + "}\n"))
                .serving()
                .console();
    }

    @Test
    void offAndForThisHostAloneUnlessToldOtherwise() throws IOException {
        ConsoleSettings console = read("");
        assertThat(console.serve()).isFalse();
        assertThat(console.address().getAddress().isLoopbackAddress()).isTrue();
        assertThat(console.address().getPort()).isEqualTo(9465);
        assertThat(console.names()).isEmpty();
        assertThat(console.tls()).isEmpty();
        assertThat(console.proxy()).isEmpty();
        assertThat(console.people()).isEmpty();
    }

    @Test
    void everythingIsRead() throws IOException {
        ConsoleSettings console = read("serve: yes, address: 0.0.0.0, port: 443, names: [console.example.org],"
                + " tls: {certificate: c.pem, key: k.pem}, " + PROXY + ", " + PEOPLE);
        assertThat(console.serve()).isTrue();
        assertThat(console.address().getAddress().isAnyLocalAddress()).isTrue();
        assertThat(console.tls().orElseThrow().key()).isEqualTo(folder.resolve("k.pem"));
        assertThat(console.proxy().orElseThrow().header()).isEqualTo("X-Forwarded-Email");
        assertThat(console.people()).singleElement().satisfies(jane -> {
            assertThat(jane.login()).isEqualTo("jane@example.org");
            assertThat(jane.roles()).containsExactlyInAnyOrder(Role.OFFICER, Role.VIEWER);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "address: 0.0.0.0 | takes a certificate (console.tls) and somebody who signs people in",
                "address: '::' | takes a certificate (console.tls) and somebody who signs people in",
                "address: 192.0.2.1, tls: {certificate: c, key: k} | takes a certificate (console.tls) and somebody",
                "address: 192.0.2.1, PROXY, PEOPLE | takes a certificate (console.tls) and somebody",
                "address: localhost | is no address to listen at",
                "address: example.org | is no address to listen at",
                "port: 70000 | port must lie between",
                "names: [HOST.example.org] | is no name of a host",
                "names: ['https://x'] | is no name of a host",
                "tls: {certificate: c} | The key key is missing",
                "proxy: {header: X-Forwarded-Email} | proxy has no secret",
                "proxy: {header: X-Forwarded-Email, secret: abc}, PEOPLE | must not stand in the settings",
                "proxy: {header: 'X Y', secret: {file: s}}, PEOPLE | is no header that can have the login",
                "proxy: {header: A, client: x-exhibit-proxy, secret: {file: s}}, PEOPLE | is no header that can have the browser's address",
                "proxy: {header: A, client: a, secret: {file: s}}, PEOPLE | is no header that can have the browser's address",
                "proxy: {header: x-exhibit-proxy, secret: {file: s}}, PEOPLE | is no header that can have the login",
                "PROXY | The proxy may bring nobody",
                "PEOPLE | people have no effect without proxy",
                "PROXY, people: [{login: a, name: 'A, B', roles: [auditor]}] | is no role",
                "PROXY, people: [{login: a, name: 'A, B', roles: [anyone]}] | is no role",
                "PROXY, people: [{login: a, name: A}] | name is a name and a function",
                "PROXY, people: [{login: 'a b', name: 'A, B'}] | is no login",
                "PROXY, people: [{login: a, name: 'A, B'}, {login: A, name: 'C, D'}] | stands there twice",
                "servr: yes | Unknown key servr"
            })
    void whatIsWrongIsSaid(String console, String words) {
        Stop stop = catchThrowableOfType(
                Stop.class, () -> read(console.replace("PROXY", PROXY).replace("PEOPLE", PEOPLE)));
        assertThat(stop.code()).isEqualTo(ExitCode.SETTINGS);
        assertThat(stop.problems().stream().map(Problem::toString)).anyMatch(said -> said.contains(words));
    }
}
