package io.exhibit.cli.settings;

import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.collect.CollectionPlan;
import io.exhibit.render.Paper;
import io.exhibit.render.Templates;
import io.exhibit.run.Route;
import io.exhibit.schedule.Cron;
import io.exhibit.schedule.Task;
import io.exhibit.seal.Profile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Settings of an installation, as {@code exhibit.yaml} holds them, or their defaults. Paths are absolute.
 *
 * @param mappings empty for those that come with the program
 * @param templates the entity's own parts of the pack, empty when it prints with those of the program
 * @param framework by which a month or a night is looked at
 * @param scheduled the framework of the settings' file, by whose book nights are sealed and whose packs the schedule owes
 * @param organization empty when the organization keeps no book yet
 * @param serving what only a node that runs by the calendar needs
 * @param digest SHA-256 of the file, hexadecimal, or "" for the defaults alone
 */
public record Settings(
        VaultPlace vault,
        Optional<Path> mappings,
        Optional<Path> organization,
        Optional<Path> templates,
        String framework,
        String scheduled,
        Path key,
        Aws aws,
        Schedule schedule,
        Pack pack,
        Serving serving,
        String digest) {

    /** What {@code framework} is where the settings do not say: as the commented sample of all settings has it. */
    public static final String FRAMEWORK = SettingsReader.sampled("framework");

    /**
     * How AWS is asked.
     *
     * @param endpoint empty for AWS's own
     * @param parallel units that are read at the same time
     * @param artifactSeries series of AWS Artifact reports that may be downloaded
     * @param plan which accounts and regions are asked
     * @param kmsKey ARN of the KMS key that signs in the place of a file
     */
    public record Aws(
            String role,
            Optional<String> externalId,
            String region,
            Optional<URI> endpoint,
            Duration attempt,
            Duration call,
            int parallel,
            List<String> artifactSeries,
            CollectionPlan plan,
            Optional<String> kmsKey) {

        private Aws at(Optional<URI> otherEndpoint, int units) {
            return new Aws(role, externalId, region, otherEndpoint, attempt, call, units, artifactSeries, plan, kmsKey);
        }
    }

    /** When is collected and bound, in {@code zone}, which also says when days begin. */
    public record Schedule(ZoneId zone, Cron collect, Cron pack) {

        /** When each task is due; what is owed is looked for every hour. */
        public Map<Task, Cron> crons() {
            return Map.of(Task.COLLECT, collect, Task.PACK, pack, Task.LOOK, new Cron("0 5 * * * ?", zone));
        }
    }

    /**
     * @param deliver channels by which bound packs are handed over; none when they stay where they are
     * @param evidence bytes of raw answers that a pack may hold
     * @param timestamp address of the time stamping service, empty when none is asked
     * @param profile how much packs show
     * @param paper that they are printed on
     * @param approval whether a named person approves the draft before a pack is issued
     */
    public record Pack(
            String prefix,
            Path folder,
            List<ChannelSettings> deliver,
            long evidence,
            Optional<URI> timestamp,
            Profile profile,
            Paper paper,
            boolean approval) {

        private Pack in(Path otherFolder, Profile otherProfile) {
            return new Pack(prefix, otherFolder, deliver, evidence, timestamp, otherProfile, paper, approval);
        }

        /** By which channels packs are handed over. */
        public List<Route> routes(InstantSource clock) {
            return deliver.stream().map(channel -> channel.route(prefix, clock)).toList();
        }
    }

    /** The entity's own parts before the program's. */
    public Templates ownTemplates() throws IOException {
        if (templates.isEmpty()) {
            return Templates.shipped().on(pack.paper());
        }
        if (!Files.isDirectory(templates.get())) {
            throw new Stop(
                    ExitCode.SETTINGS,
                    "There is no folder " + templates.get()
                            + ", which the settings name as templates. Make it, or leave the" + " key out.");
        }
        return Templates.in(templates.get()).on(pack.paper());
    }

    /** "aws", or the address that stands in its place. */
    public String endpointName() {
        return aws.endpoint().map(URI::toString).orElse("aws");
    }

    /** {@code EH-2026-10}; packs of another framework than the tool's own, and masked ones, are named after that too. */
    public String packName(YearMonth month) {
        return packSeries() + month;
    }

    /** How the names of packs of this framework and profile begin. */
    public String packSeries() {
        return series() + (pack.profile().masks() ? pack.profile().word() + "-" : "");
    }

    /** How the names of this framework's packs begin. */
    public String series() {
        return pack.prefix() + "-" + (framework.equals(FRAMEWORK) ? "" : framework + "-");
    }

    /** The same for the framework of the settings' file. */
    public Settings asScheduled() {
        return withFramework(scheduled);
    }

    public Settings withVault(VaultPlace other) {
        return new Settings(
                other,
                mappings,
                organization,
                templates,
                framework,
                scheduled,
                key,
                aws,
                schedule,
                pack,
                serving,
                digest);
    }

    public Settings withOrganization(Path other) {
        return new Settings(
                vault,
                mappings,
                Optional.of(other),
                templates,
                framework,
                scheduled,
                key,
                aws,
                schedule,
                pack,
                serving,
                digest);
    }

    public Settings withFramework(String other) {
        return new Settings(
                vault, mappings, organization, templates, other, scheduled, key, aws, schedule, pack, serving, digest);
    }

    public Settings withPackFolder(Path other) {
        return with(aws, pack.in(other, pack.profile()));
    }

    public Settings withProfile(Profile other) {
        return with(aws, pack.in(pack.folder(), other));
    }

    public Settings withParallel(int units) {
        return with(aws.at(aws.endpoint(), units), pack);
    }

    public Settings withEndpoint(URI endpoint) {
        return with(aws.at(Optional.of(endpoint), aws.parallel()), pack);
    }

    private Settings with(Aws otherAws, Pack otherPack) {
        return new Settings(
                vault,
                mappings,
                organization,
                templates,
                framework,
                scheduled,
                key,
                otherAws,
                schedule,
                otherPack,
                serving,
                digest);
    }
}
