package io.exhibit.evidence.broken;

/** Broken on purpose: a sample for the architecture rules. */
final class KnowsEveryLibrary {

    private KnowsEveryLibrary() {}

    static software.amazon.awssdk.core.SdkPojo aws;
    static org.netpreserve.jwarc.WarcReader warc;
    static com.github.luben.zstd.ZstdInputStream zstd;
    static org.snakeyaml.engine.v2.api.Load yaml;
    static com.fasterxml.jackson.dataformat.csv.CsvFactory csv;
    static dev.cel.runtime.CelRuntime cel;
    static freemarker.template.Template freemarker;
    static org.apache.pdfbox.pdmodel.PDDocument pdf;
    static com.openhtmltopdf.pdfboxout.PdfRendererBuilder layout;
    static org.quartz.Scheduler quartz;
    static jakarta.mail.Session mail;
    static jakarta.activation.DataSource activation;
    static org.eclipse.angus.mail.smtp.SMTPTransport smtp;
    static org.apache.sshd.client.SshClient ssh;
    static io.micrometer.core.instrument.MeterRegistry figures;
    static io.javalin.http.Context page;
    static org.eclipse.jetty.server.Server server;
    static jakarta.servlet.Servlet servlet;
    static kotlin.Unit unit;
    static java.sql.Connection connection;
    static com.zaxxer.hikari.HikariDataSource pool;
    static org.flywaydb.core.Flyway migrations;
    static org.postgresql.Driver driver;
    static io.prometheus.metrics.model.snapshots.MetricSnapshots snapshots;
    static com.sun.net.httpserver.HttpServer http;
    static ch.qos.logback.classic.LoggerContext logs;
    static org.slf4j.Logger log;
    static org.bouncycastle.tsp.TimeStampToken stamp;
    static picocli.CommandLine picocli;
    static com.fasterxml.jackson.core.JsonParser jackson;
}
