package io.exhibit.deliver;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLSocket;

/**
 * A real mail server (GreenMail) behind a front that does what GreenMail does not: STARTTLS, a certificate of our own, answers of a
 * server in trouble, and a connection that ends in the middle.
 */
public final class MailFront implements AutoCloseable {

    /** Where the front may cut the connection, in the place of a command's name. */
    public static final String IN_THE_MESSAGE = "in the message";

    public static final String AFTER_THE_MESSAGE = "after the message";
    public static final String CUT = "cut";

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final ServerSocket socket;
    private final SmtpServer.Tls tls;
    private final Certified certified;
    private final Map<String, String> instead = new ConcurrentHashMap<>();

    public MailFront(SmtpServer.Tls tls, Certified certified) throws IOException {
        this.tls = tls;
        this.certified = certified;
        mail.setUser("exhibit@example.org", "exhibit", "right");
        mail.start();
        socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::accept, "mail front");
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return socket.getLocalPort();
    }

    public GreenMail mail() {
        return mail;
    }

    /** What is answered to a command from now on, such as {@code RCPT}, in the place of what the server would say; or {@link #CUT}. */
    public MailFront answering(String command, String answer) {
        instead.put(command, answer);
        return this;
    }

    public MailFront asUsual() {
        instead.clear();
        return this;
    }

    private void accept() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept();
                    Socket server = new Socket(
                            InetAddress.getLoopbackAddress(), mail.getSmtp().getPort())) {
                converse(client, new Line(server));
            } catch (IOException e) {
                // A client that went away, or the end.
            }
        }
    }

    private void converse(Socket plain, Line server) throws IOException {
        Line client = tls == SmtpServer.Tls.IMPLICIT ? secured(plain) : new Line(plain);
        client.say(server.answer());
        for (String said = client.read(); said != null; said = client.read()) {
            String command = said.split(" ")[0].toUpperCase(Locale.ROOT);
            if (command.equals("STARTTLS") && tls == SmtpServer.Tls.STARTTLS) {
                client.say(List.of("220 go ahead"));
                client = secured(plain);
            } else if (instead.containsKey(command)) {
                if (instead.get(command).equals(CUT)) {
                    return;
                }
                client.say(List.of(instead.get(command)));
            } else {
                server.say(List.of(said));
                client.say(offered(command, server.answer()));
                if (command.equals("DATA") && !message(client, server)) {
                    return;
                }
            }
        }
    }

    private List<String> offered(String command, List<String> answer) {
        List<String> offered = new ArrayList<>(answer);
        if (command.equals("EHLO") && tls == SmtpServer.Tls.STARTTLS) {
            offered.add(0, "250-front");
            offered.add(1, "250-STARTTLS");
        }
        return offered;
    }

    private boolean message(Line client, Line server) throws IOException {
        String line = client.read();
        for (int n = 0; line != null && !line.equals("."); n++, line = client.read()) {
            if (n == 12 && instead.containsKey(IN_THE_MESSAGE)) {
                return false;
            }
            server.say(List.of(line));
        }
        if (line == null) {
            return false;
        }
        String otherwise = instead.getOrDefault(AFTER_THE_MESSAGE, "");
        if (otherwise.isEmpty() || otherwise.equals(CUT)) {
            server.say(List.of("."));
            List<String> answer = server.answer();
            client.say(otherwise.isEmpty() ? answer : List.of());
        } else {
            client.say(List.of(otherwise));
        }
        return otherwise.isEmpty();
    }

    private Line secured(Socket plain) throws IOException {
        SSLSocket secured = (SSLSocket)
                certified.server().getSocketFactory().createSocket(plain, "localhost", plain.getPort(), true);
        secured.setUseClientMode(false);
        secured.startHandshake();
        return new Line(secured);
    }

    @Override
    public void close() throws IOException {
        socket.close();
        mail.stop();
    }

    /** One end of a conversation by lines. */
    private static final class Line {

        private final BufferedReader in;
        private final OutputStream out;

        Line(Socket socket) throws IOException {
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            out = socket.getOutputStream();
        }

        String read() throws IOException {
            return in.readLine();
        }

        List<String> answer() throws IOException {
            List<String> lines = new ArrayList<>();
            String line = in.readLine();
            while (line != null && line.length() > 3 && line.charAt(3) == '-') {
                lines.add(line);
                line = in.readLine();
            }
            if (line != null) {
                lines.add(line);
            }
            return lines;
        }

        void say(List<String> lines) throws IOException {
            for (String line : lines) {
                out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            }
            out.flush();
        }
    }
}
