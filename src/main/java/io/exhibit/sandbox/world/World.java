package io.exhibit.sandbox.world;

import io.exhibit.sandbox.wire.Digest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The organization at one instant: a function of seed, instant and size, and of nothing else. */
public final class World {
    private final Digest digest;
    private final Instant now;
    private final Size size;
    private final List<Account> accounts;
    private final Map<String, List<User>> cast;
    private final Map<String, List<User>> users = new ConcurrentHashMap<>();

    /**
     * How much there is.
     *
     * @param accounts in all
     * @param regions enabled ones
     * @param users IAM users of the biggest account
     * @param findings of Inspector in the biggest account
     * @param alike whether each account has so many of them
     * @param threats findings of GuardDuty in the biggest account
     * @param busy whether the management account is as full as that of a small company that has no other
     */
    public record Size(int accounts, int regions, int users, int findings, boolean alike, int threats, boolean busy) {}

    public World(Digest digest, Instant now, Size size) {
        this(digest, now, size, Map.of());
    }

    /** @param cast users by account, who stand there in the place of the story's */
    public World(Digest digest, Instant now, Size size, Map<String, List<User>> cast) {
        this.cast = Map.copyOf(cast);
        this.digest = digest;
        this.now = now;
        this.size = size;
        this.accounts = Accounts.at(now, size.accounts());
    }

    public Instant now() {
        return now;
    }

    public Digest digest() {
        return digest;
    }

    public Size size() {
        return size;
    }

    public List<Account> accounts() {
        return accounts;
    }

    public Map<String, List<User>> cast() {
        return cast;
    }

    public Optional<Account> account(String id) {
        return accounts.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** The enabled ones, the same in every account. */
    public List<String> regions() {
        return Regions.ALL.subList(0, size.regions());
    }

    /** A single account is not a member of an organization. */
    public boolean organized() {
        return accounts.size() > 1;
    }

    /** Sorted by name without regard to case, as IAM lists them. */
    public List<User> users(String account) {
        List<User> standing = cast.get(account);
        return standing == null ? users.computeIfAbsent(account, id -> Users.of(this, known(id))) : standing;
    }

    public List<Group> groups(String account) {
        return Groups.of(known(account));
    }

    public List<Role> roles(String account) {
        return Roles.of(this, known(account));
    }

    public List<ManagedPolicy> policies(String account) {
        return Policies.of(this, known(account));
    }

    public List<Provider> providers(String account) {
        return Provider.of(this, known(account));
    }

    public Optional<PasswordPolicy> passwordPolicy(String account) {
        return PasswordPolicy.of(this, known(account));
    }

    public Root root(String account) {
        return Root.of(known(account), now);
    }

    /** Virtual MFA devices in use, the root user's first. */
    public List<MfaDevice> mfaDevices(String account) {
        return MfaDevice.of(this, known(account));
    }

    /** Credentials of IAM users for one service each. */
    public List<ServiceCredential> serviceCredentials(String account) {
        return ServiceCredential.of(this, known(account));
    }

    /** Whom AWS reaches about a matter of the account; empty where nobody is named. */
    public Optional<Contact> contact(String account, String type) {
        return Contact.of(this, known(account), type);
    }

    public List<SecurityGroup> securityGroups(String account, String region) {
        return SecurityGroups.of(this, known(account), region);
    }

    public Network network(String account, String region) {
        return Networks.of(this, known(account), region);
    }

    public Storage storage(String account, String region) {
        return Storage.of(this, known(account), region);
    }

    public List<Balancer> balancers(String account, String region) {
        return Balancer.of(this, known(account), region);
    }

    public List<WebAcl> webAcls(String account, String region) {
        return WebAcl.of(this, known(account), region);
    }

    public List<WebAcl> webAclsOfCloudFront(String account) {
        return WebAcl.ofCloudFront(this, known(account));
    }

    /** Whether the account subscribes to Shield Advanced. */
    public boolean shielded(String account) {
        return account.equals(Accounts.CLAIMS);
    }

    public List<Key> keys(String account, String region) {
        return Keys.of(this, known(account), region);
    }

    /** The id of GuardDuty's detector; empty where it is not switched on. */
    public Optional<String> detector(String account, String region) {
        return Threats.detector(this, known(account), region);
    }

    /** May be very long; each finding is made when it is looked at. */
    public List<Threat> threats(String account, String region) {
        return Threats.of(this, known(account), region);
    }

    /** Those of them with these ids, in the same order. */
    public List<Threat> threats(String account, String region, Set<String> ids) {
        return Threats.of(this, known(account), region, ids);
    }

    /** Whether Inspector scans each type of resource. */
    public Map<String, Boolean> scanning(String account, String region) {
        boolean images = !account.equals(Accounts.PORTAL) || !region.equals("us-west-2") || since(Story.IMAGES_SCANNED);
        return new TreeMap<>(Map.of("ec2", true, "ecr", images, "lambda", true, "lambdaCode", false));
    }

    /** What GuardDuty is told to leave out or to show. */
    public List<Suppression> threatFilters(String account, String region) {
        return Suppression.ofThreats(known(account), region);
    }

    public List<MalwarePlan> malwarePlans(String account, String region) {
        return MalwarePlan.of(this, known(account), region);
    }

    /** What Inspector scans or could scan. */
    public List<Coverage> coverage(String account, String region) {
        return Coverage.of(this, known(account), region);
    }

    public List<Suppression> weaknessFilters(String account, String region) {
        return Suppression.ofWeaknesses(known(account), region);
    }

    public List<Suppression> archiveRules(String account, Analyzer analyzer) {
        return Suppression.ofExposures(known(account), analyzer);
    }

    /** May be very long; each finding is made when it is looked at. */
    public List<Weakness> weaknesses(String account, String region) {
        return Weaknesses.of(this, known(account), region);
    }

    public List<Analyzer> analyzers(String account, String region) {
        return Analyzer.of(this, known(account), region);
    }

    public List<Exposure> exposures(String account, Analyzer analyzer) {
        return Exposure.of(this, account, analyzer);
    }

    /** What is written down of what happens, and who is told. */
    public Journal journal() {
        return new Journal(this);
    }

    public List<Bucket> buckets(String account) {
        return Buckets.of(this, known(account));
    }

    public Stores stores(String account, String region) {
        return new Stores(this, known(account), region);
    }

    /** Whether the data warehouse takes connections by TLS alone. */
    public boolean requiresTls() {
        return since(Story.WAREHOUSE_TLS_REQUIRED);
    }

    /** AWS's hardware on the customer's premises. */
    public List<Device> devices(String account, String region) {
        return Device.of(this, known(account), region);
    }

    public List<Distribution> distributions(String account) {
        return Distribution.of(known(account));
    }

    /** The four settings of an account's public access block, in S3's order; empty where there is none. */
    public Optional<List<Boolean>> blockedBuckets(String account) {
        return Buckets.blocked(known(account));
    }

    /** The newest version of each report of AWS Artifact. */
    public List<Report> reports() {
        return Report.newest(this);
    }

    /** The ARN of the service control policy that keeps the account from this service in this region, if one does. */
    public Optional<String> deniedBy(String account, String region, String service) {
        boolean denied = account.equals(Accounts.PORTAL)
                && region.equals("eu-west-1")
                && service.equals("guardduty")
                && holds(Story.GUARDDUTY_DENIED);
        return denied ? Optional.of(ControlPolicies.quarantineArn()) : Optional.empty();
    }

    /** Service control policies, AWS's own first. */
    public List<ControlPolicy> controlPolicies() {
        return ControlPolicies.of(this);
    }

    /** Resource control policies, AWS's own first. */
    public List<ControlPolicy> resourcePolicies() {
        return ResourcePolicies.of(this);
    }

    /** Delegated administrators, one for each of their services. */
    public List<Delegation> administrators() {
        return Delegation.ofAdministrators(this);
    }

    public List<Delegation> trustedServices() {
        return Delegation.ofTrustedServices();
    }

    /** The organization's instance of IAM Identity Center. */
    public SignOn signOn() {
        return new SignOn(this);
    }

    boolean holds(Story.Window window) {
        return window.holds(now);
    }

    boolean since(Instant event) {
        return Story.since(event, now);
    }

    Account known(String id) {
        return account(id).orElseThrow();
    }
}
