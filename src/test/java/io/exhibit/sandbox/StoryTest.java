package io.exhibit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.sandbox.world.Account;
import io.exhibit.sandbox.world.Accounts;
import io.exhibit.sandbox.world.Key;
import io.exhibit.sandbox.world.SecurityGroup;
import io.exhibit.sandbox.world.Subscriber;
import io.exhibit.sandbox.world.Threat;
import io.exhibit.sandbox.world.User;
import io.exhibit.sandbox.world.User.AccessKey;
import io.exhibit.sandbox.world.Weakness;
import io.exhibit.sandbox.world.World;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** On which nights the collector sees what. */
final class StoryTest {

    @Test
    void joinerHasNoMfaForFiveNights() {
        assertThat(nights(world -> user(world, Accounts.CLAIMS, "amara.okafor")
                        .filter(user -> !user.mfa())
                        .isPresent()))
                .containsExactly(8, 9, 10, 11, 12);
        assertThat(user(on(31), Accounts.CLAIMS, "amara.okafor"))
                .hasValueSatisfying(user -> assertThat(user.mfa()).isTrue());
    }

    @Test
    void leaverLosesThePasswordAtOnceAndTheKeyOnThe21st() {
        assertThat(nights(world -> user(world, Accounts.PORTAL, "j.lindqvist")
                        .orElseThrow()
                        .password()
                        .isPresent()))
                .containsExactly(1, 2, 3, 4, 5);
        assertThat(nights(world -> user(world, Accounts.PORTAL, "j.lindqvist")
                        .orElseThrow()
                        .keys()
                        .get(0)
                        .active()))
                .endsWith(19, 20, 21)
                .hasSize(21);
    }

    @Test
    void keyOfTheExporterIsTooOldFromThe16thToThe27th() {
        assertThat(nights(world -> user(world, Accounts.CLAIMS, "svc-claims-export").orElseThrow().keys().stream()
                        .filter(AccessKey::active)
                        .anyMatch(key ->
                                Duration.between(key.rotated(), world.now()).compareTo(Duration.ofDays(90)) > 0)))
                .containsExactly(16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27);
    }

    @Test
    void adminPolicyIsAttachedForTwoNights() {
        assertThat(nights(world -> user(world, Accounts.PORTAL, "p.ferreira").orElseThrow().attached().stream()
                        .anyMatch(arn -> arn.endsWith("/AdministratorAccess"))))
                .containsExactly(14, 15);
    }

    @Test
    void portsAreOpenToTheWorldForAWhile() {
        assertThat(nights(world -> open(world, Accounts.CLAIMS, "us-east-1", 22)))
                .containsExactly(10, 11, 12);
        assertThat(nights(world -> open(world, Accounts.PORTAL, "us-west-2", 5432)))
                .containsExactly(23);
    }

    @Test
    void rotationOfTheArchiveKeyIsOffUntilThe20th() {
        assertThat(nights(world -> !key(world).rotation().orElseThrow().on()))
                .hasSize(20)
                .endsWith(20);
    }

    @Test
    void vendorsRoleIsThereFromThe12thToThe24th() {
        assertThat(nights(world -> world.roles(Accounts.CLAIMS).stream()
                        .anyMatch(role -> role.name().equals("vendor-monitoring")
                                && !role.trust().contains("Condition"))))
                .containsExactly(12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24);
    }

    @Test
    void controlPolicyShutsGuardDutyOutForThreeNights() {
        assertThat(nights(world -> world.deniedBy(Accounts.PORTAL, "eu-west-1", "guardduty")
                        .isPresent()))
                .containsExactly(13, 14, 15);
    }

    @Test
    void findingIsArchivedComesBackAndIsArchivedAgain() {
        assertThat(nights(world ->
                        threat(world).filter(threat -> !threat.archived()).isPresent()))
                .containsExactly(4, 5, 6, 7, 8, 19, 20, 21, 22, 23, 24);
        assertThat(threat(on(31)))
                .hasValueSatisfying(threat -> assertThat(threat.count()).isEqualTo(9));
    }

    @Test
    void criticalVulnerabilityMissesItsLimitAndAnotherOneComesBack() {
        assertThat(nights(world -> status(world, "CVE-2026-22222").equals(Optional.of("ACTIVE"))))
                .hasSize(16);
        assertThat(nights(world -> status(world, "CVE-2026-30303").equals(Optional.of("CLOSED"))))
                .containsExactly(19, 20, 21, 22, 23);
        assertThat(status(on(24), "CVE-2026-30303")).hasValue("ACTIVE");
    }

    @Test
    void soc2ReportGetsANewVersionOnThe16th() {
        assertThat(nights(world -> world.reports().get(0).version() == 7)).hasSize(16);
        assertThat(on(17).reports().get(0).periodEnd()).isEqualTo("2026-09-30T23:59:59Z");
    }

    @Test
    void pilotAccountIsGoneFromThe18thOn() {
        assertThat(nights(world -> world.account(Accounts.PILOT).isPresent())).hasSize(17);
        assertThat(on(1).accounts())
                .filteredOn(account -> !account.active())
                .extracting(Account::name)
                .containsExactly("old-analytics", "intake-pilot");
    }

    @Test
    void whatAlarmsSessionsAndLogsLackIsMendedOneAfterAnother() {
        assertThat(nights(world -> world
                        .journal()
                        .subscribers(Accounts.PORTAL, "arn:aws:sns:us-east-1:" + Accounts.PORTAL + ":security-alarms")
                        .orElseThrow()
                        .stream()
                        .noneMatch(Subscriber::confirmed)))
                .hasSize(9);
        assertThat(nights(world -> world.journal()
                                .shellSessions(Accounts.PORTAL, "us-east-1")
                                .orElseThrow()
                                .idleMinutes()
                        > 15))
                .hasSize(13);
        assertThat(nights(world -> !world.requiresTls())).hasSize(14);
        assertThat(nights(world -> world.buckets(Accounts.CLAIMS).get(0).expiresAfter() < 365))
                .hasSize(15);
    }

    @Test
    void aSnowDeviceIsOnItsWayBackFromThe24thOn() {
        assertThat(nights(world -> world.devices(Accounts.CLAIMS, "us-east-1").stream()
                        .anyMatch(device -> device.state().equals("InTransitToAWS"))))
                .containsExactly(24, 25, 26, 27, 28, 29, 30, 31);
    }

    @Test
    void organizationHasAboutThirtyUsersInFiveAccounts() {
        World world = on(31);
        assertThat(world.accounts().stream().filter(Account::active)).hasSize(5);
        assertThat(world.accounts().stream()
                        .mapToInt(account -> world.users(account.id()).size())
                        .sum())
                .isBetween(25, 40);
    }

    private static List<Integer> nights(Predicate<World> holds) {
        return DemoMonth.nights().stream()
                .filter(night -> holds.test(on(night.getDayOfMonth())))
                .map(LocalDate::getDayOfMonth)
                .toList();
    }

    private static World on(int day) {
        return Calls.world(DemoMonth.runAt(DemoMonth.MONTH.atDay(day)));
    }

    private static Optional<User> user(World world, String account, String name) {
        return world.users(account).stream()
                .filter(user -> user.name().equals(name))
                .findFirst();
    }

    private static boolean open(World world, String account, String region, int port) {
        return world.securityGroups(account, region).stream()
                .flatMap(group -> group.ingress().stream())
                .filter(rule -> rule.source().equals("0.0.0.0/0"))
                .map(SecurityGroup.Rule::from)
                .anyMatch(from -> from == port);
    }

    private static Key key(World world) {
        return world.keys(Accounts.CLAIMS, "us-east-1").stream()
                .filter(key -> key.alias().equals("alias/claims-archive"))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Threat> threat(World world) {
        return world.threats(Accounts.CLAIMS, "us-east-1").stream()
                .filter(threat -> threat.type().startsWith("Recon:IAMUser"))
                .findFirst();
    }

    private static Optional<String> status(World world, String vulnerability) {
        Stream<Weakness> all = world.weaknesses(Accounts.CLAIMS, "us-east-1").stream();
        return all.filter(each -> each.vulnerability().equals(vulnerability))
                .map(Weakness::status)
                .findFirst();
    }
}
