package io.exhibit.aws;

import io.exhibit.collect.Line;
import io.exhibit.collect.Pause;
import io.exhibit.evidence.Target;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.accessanalyzer.AccessAnalyzerClient;
import software.amazon.awssdk.services.artifact.ArtifactClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.guardduty.GuardDutyClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.inspector2.Inspector2Client;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * SDK clients, built when first needed, one for each service and region, over one HTTP client. A client costs milliseconds and
 * memory to build, and an organization has a hundred times as many accounts as regions, so that each speaks for all of them:
 * with the credentials, and at the pace, of the account for which the {@link Line} is listened to. Every one that they get is tapped; what the one that hands out credentials hears is kept by nobody.
 */
public final class AwsClients implements AutoCloseable {

    private record Key(String service, String region) {}

    private record Lane(String service, String region, String account) {}

    private final AwsSettings settings;
    private final InstantSource clock;
    private final Pause pause;
    private final Line line = new Line();
    private final Credentials credentials;
    private final ScheduledExecutorService timer;
    private final UnaryOperator<SdkHttpClient> wire;
    private final Map<Key, Object> kept = new ConcurrentHashMap<>();
    private final LongAdder throttled = new LongAdder();
    private final Map<Lane, Pace> paces = new ConcurrentHashMap<>();
    private SdkHttpClient http;

    /** @param pause how it waits between requests when the settings ask for AWS's pace */
    public AwsClients(AwsSettings settings, InstantSource clock, Pause pause) {
        this(settings, clock, pause, Executors.newScheduledThreadPool(1, AwsClients::daemon), UnaryOperator.identity());
    }

    /**
     * @param timer ends what takes too long
     * @param wire what stands between the tap and the network
     */
    AwsClients(
            AwsSettings settings,
            InstantSource clock,
            Pause pause,
            ScheduledExecutorService timer,
            UnaryOperator<SdkHttpClient> wire) {
        this.settings = settings;
        this.clock = clock;
        this.pause = pause;
        this.timer = timer;
        this.wire = wire;
        this.credentials =
                new Credentials(settings, () -> untapped(StsClient.builder()).build());
    }

    /** Builds what the first call needs: the HTTP client and the client of STS. */
    public void open() {
        credentials.sts();
    }

    /** Where the captures of its collectors listen. */
    public Line line() {
        return line;
    }

    /** How many items to ask for, where an operation allows so many. */
    public int page(int most) {
        return Math.min(most, settings.http().pageItems());
    }

    /** Whether all services answer at one address that is not AWS's: no bucket and no account can stand in its name. */
    public boolean isRedirected() {
        return settings.endpoint() != null;
    }

    /** How many requests AWS has asked to slow down so far and were made once more. */
    public long throttled() {
        return throttled.sum();
    }

    public AwsSettings settings() {
        return settings;
    }

    /** The instant of the run; what is asked since yesterday goes by it. */
    public InstantSource clock() {
        return clock;
    }

    Credentials credentials() {
        return credentials;
    }

    /** The client of STS in the region of the settings. */
    public StsClient sts() {
        return client("sts", settings.region(), StsClient::builder);
    }

    /** The client of IAM, whose one region answers for the whole partition. */
    public IamClient iam() {
        return client("iam", settings.globalRegion(), IamClient::builder);
    }

    /** The client of Organizations, whose one region answers for the whole partition. */
    public OrganizationsClient organizations() {
        return client("organizations", settings.globalRegion(), OrganizationsClient::builder);
    }

    /** The client of AWS Artifact, whose one region answers for the whole partition. */
    public ArtifactClient artifact() {
        return client("artifact", settings.globalRegion(), ArtifactClient::builder);
    }

    /** The client of KMS in the target's own region. */
    public KmsClient kms(Target target) {
        return client("kms", target.region(), KmsClient::builder);
    }

    /** The client of EC2 in the target's region; for a target without one that of the settings. */
    public Ec2Client ec2(Target target) {
        return client("ec2", target.isGlobal() ? settings.region() : target.region(), Ec2Client::builder);
    }

    /** The client of GuardDuty in the target's own region. */
    public GuardDutyClient guardDuty(Target target) {
        return client("guardduty", target.region(), GuardDutyClient::builder);
    }

    /** The client of Inspector in the target's own region. */
    public Inspector2Client inspector(Target target) {
        return client("inspector2", target.region(), Inspector2Client::builder);
    }

    /** The client of IAM Access Analyzer in the target's own region. */
    public AccessAnalyzerClient accessAnalyzer(Target target) {
        return client("access-analyzer", target.region(), AccessAnalyzerClient::builder);
    }

    /** A client of a service that answers in every region. */
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C regional(
            String service, Target target, Supplier<B> builder) {
        return client(service, target.isGlobal() ? settings.region() : target.region(), builder);
    }

    /** A client of a service that one region answers for all. */
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C global(
            String service, Supplier<B> builder) {
        return client(service, settings.globalRegion(), builder);
    }

    /** The client that signs, with the caller's own credentials; what it hears is kept by nobody. */
    KmsClient signing(String region) {
        return untapped(KmsClient.builder()).region(Region.of(region)).build();
    }

    /** The client that publishes notices, with the caller's own credentials. */
    SnsClient publishing(String region) {
        return untapped(SnsClient.builder()).region(Region.of(region)).build();
    }

    @SuppressWarnings("unchecked")
    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
            String service, String region, Supplier<B> builder) {
        return (C) kept.computeIfAbsent(
                new Key(service, region),
                key -> configured(builder.get(), region)
                        .credentialsProvider(() -> credentials.of(line.account()))
                        .httpClient(new Tap(
                                http(),
                                line,
                                clock,
                                settings.http().answerBytes(),
                                () -> pace(service, region),
                                settings.simulated()))
                        .build());
    }

    /** AWS counts for each account by itself. */
    private Pace pace(String service, String region) {
        return settings.paced()
                ? paces.computeIfAbsent(new Lane(service, region, line.account()), lane -> Pace.of(service, pause))
                : Pace.NONE;
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B untapped(B builder) {
        return configured(builder, settings.region())
                .credentialsProvider(credentials.own())
                // For its limits alone: at a line of its own nobody listens.
                .httpClient(new Tap(
                        http(),
                        new Line(),
                        clock,
                        settings.http().answerBytes(),
                        () -> Pace.NONE,
                        settings.simulated()));
    }

    private <B extends AwsClientBuilder<B, C>, C> B configured(B builder, String region) {
        HttpLimits limits = settings.http();
        builder.region(Region.of(region))
                .overrideConfiguration(c -> c.apiCallTimeout(limits.call())
                        .apiCallAttemptTimeout(limits.attempt())
                        .retryStrategy(Retries.of(limits, throttled))
                        .scheduledExecutorService(timer));
        return settings.endpoint() == null ? builder : builder.endpointOverride(settings.endpoint());
    }

    private synchronized SdkHttpClient http() {
        if (http == null) {
            http = wire.apply(ApacheHttpClient.builder()
                    .connectionTimeout(settings.http().connect())
                    .socketTimeout(settings.http().silence())
                    .connectionAcquisitionTimeout(settings.http().attempt())
                    .maxConnections(256)
                    .build());
        }
        return http;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "aws-timeouts");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public synchronized void close() {
        credentials.close();
        timer.shutdownNow();
        if (http != null) {
            http.close();
        }
    }
}
