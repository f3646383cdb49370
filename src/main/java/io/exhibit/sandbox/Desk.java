package io.exhibit.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.exhibit.sandbox.api.Downloads;
import io.exhibit.sandbox.api.Services;
import io.exhibit.sandbox.api.Stray;
import io.exhibit.sandbox.objects.ObjectStore;
import io.exhibit.sandbox.wire.Answer;
import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.Ask.Paging;
import io.exhibit.sandbox.wire.AwsError;
import io.exhibit.sandbox.wire.AwsService;
import io.exhibit.sandbox.wire.Digest;
import io.exhibit.sandbox.wire.Operation;
import io.exhibit.sandbox.wire.Pages;
import io.exhibit.sandbox.wire.Signed;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Account;
import io.exhibit.sandbox.world.Accounts;
import io.exhibit.sandbox.world.World;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Takes every request: who asks what of which service, whether it is to fail, and the answer. */
final class Desk implements HttpHandler {
    private final Supplier<World> world;
    private final Digest digest;
    private final Duration latency;
    private final Optional<Throttle> throttle;
    private final Pages pages;
    private final Services services;
    private final ObjectStore objects;
    private final AtomicLong requests = new AtomicLong();
    private volatile Faults faults;
    private volatile Allowed allowed;
    private volatile Consumer<FaultKind> struck = kind -> {};
    private volatile Consumer<String> asked = request -> {};

    Desk(SandboxOptions options, Supplier<World> world, URI endpoint) {
        this.world = world;
        digest = new Digest(options.seed());
        latency = options.latency();
        throttle = options.limits() ? Optional.of(new Throttle(System::nanoTime)) : Optional.empty();
        pages = new Pages(digest, () -> world.get().now());
        services = new Services(world, pages, endpoint);
        objects = new ObjectStore(() -> world.get().now());
        faults(options.faults());
    }

    void faults(List<FaultSpec> specs) {
        specs.stream()
                .filter(spec -> !(spec.service().equals("s3") && ObjectStore.knows(spec.operation())))
                .forEach(spec -> services.require(spec.service(), spec.operation()));
        Faults before = faults;
        faults = new Faults(specs, pages);
        if (before != null) {
            before.lift();
        }
    }

    void watch(Consumer<FaultKind> watcher) {
        struck = watcher;
    }

    void listen(Consumer<String> listener) {
        asked = listener;
    }

    ObjectStore objects() {
        return objects;
    }

    void allowOnly(Allowed policy) {
        allowed = policy;
    }

    long requests() {
        return requests.get();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        LockSupport.parkNanos(latency.toNanos());
        Signed request = Signed.read(exchange, Accounts.MANAGEMENT);
        Faults now = faults;
        Body body = new Body(now);
        if (Downloads.isOne(request.ask())) {
            Ask ask = Downloads.asArtifact(request.ask());
            Optional<FaultKind> fault = now.on(ask, Downloads.OPERATION);
            fault.ifPresent(struck);
            Answer answer = fault.flatMap(Faults::refusedDownload)
                    .orElseGet(() -> services.downloads().get(ask));
            body.send(exchange, answer, fault);
            return;
        }
        Optional<AwsService> service = services.asked(request);
        if (service.isEmpty()) {
            body.send(exchange, services.unsigned(request), Optional.empty());
            return;
        }
        asked.accept(request.ask().account() + "/" + request.ask().region() + " "
                + request.ask().service());
        Optional<Operation> ofObject = objects.operation(request);
        Optional<Operation> operation =
                ofObject.isPresent() ? ofObject : service.get().operation(request.ask(), request.target());
        Optional<FaultKind> fault =
                operation.flatMap(known -> now.on(request.ask().with(known.name(), Paging.USUAL), known));
        fault.ifPresent(struck);
        Answer answer = ofObject.isPresent()
                ? object(service.get(), ofObject.get().name(), request, fault)
                : answer(service.get(), operation, request, fault);
        body.send(exchange, answer, fault);
    }

    private Answer object(AwsService s3, String operation, Signed request, Optional<FaultKind> fault) {
        String requestId = digest.uuid("request", world.get().now() + request.fingerprint());
        try {
            fault.ifPresent(kind -> Faults.refuse(kind, s3, request.ask().with(operation, Paging.USUAL)));
            return objects.answer(request, operation);
        } catch (AwsError error) {
            Answer refused = s3.protocol().error(s3, error, requestId);
            // A HEAD is answered without a body, and so without the code.
            return request.ask().method().equals("HEAD") ? refused.withBody(new byte[0]) : refused;
        }
    }

    private Answer answer(
            AwsService service, Optional<Operation> operation, Signed request, Optional<FaultKind> fault) {
        String requestId = digest.uuid("request", world.get().now() + request.fingerprint());
        try {
            Operation known = operation.orElseThrow(() -> service.refusals().unknown(request.asked()));
            Ask ask = request.ask()
                    .with(known.name(), fault.map(FaultKind::paging).orElse(Paging.USUAL));
            refuse(service, ask, fault);
            if (fault.filter(FaultKind.WRONG_OPERATION::equals).isPresent()) {
                return Stray.of(service).answer(service, requestId);
            }
            Map<String, Object> members = known.answer().apply(ask);
            return service.protocol()
                    .answer(
                            service,
                            known.name(),
                            fault.filter(FaultKind.NO_TOKEN::equals).isPresent() ? Tree.withoutToken(members) : members,
                            requestId);
        } catch (AwsError error) {
            return service.protocol().error(service, error, requestId);
        }
    }

    /** In the order in which AWS looks: credentials, rate, permission. */
    private void refuse(AwsService service, Ask ask, Optional<FaultKind> fault) {
        // A region that is not enabled, and an account that is not active, look like credentials that nobody has.
        boolean known = world.get().regions().contains(ask.region())
                && world.get().account(ask.account()).filter(Account::active).isPresent();
        if (!known) {
            throw service.refusals().unknownClientNow();
        }
        if (throttle.isPresent() && !throttle.get().allows(ask)) {
            throw service.refusals().throttledNow();
        }
        fault.ifPresent(kind -> Faults.refuse(kind, service, ask));
        Allowed policyOfRole = allowed;
        if (policyOfRole != null && !policyOfRole.permits(ask)) {
            throw service.refusals().denied(ask);
        }
        Optional<String> policy = world.get().deniedBy(ask.account(), ask.region(), ask.service());
        if (policy.isPresent()) {
            throw service.refusals().deniedByPolicy(ask, policy.get());
        }
    }
}
