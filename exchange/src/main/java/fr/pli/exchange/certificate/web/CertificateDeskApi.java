package fr.pli.exchange.certificate.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.certificate.CertificateRequest;
import fr.pli.exchange.certificate.CertificateRequests;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Requests for another certificate, for programs of the support (O-2, P-1). */
@RestController
@RequestMapping("/api/v1/support/certificate-requests")
class CertificateDeskApi {

    private final CertificateRequests requests;

    CertificateDeskApi(CertificateRequests requests) {
        this.requests = requests;
    }

    @GetMapping
    Requests list(@SignedIn Person operator, @RequestParam(defaultValue = "open") String state) {
        return new Requests(requests.list(operator, !state.equals("answered")).stream()
                .map(Request::of)
                .toList());
    }

    @GetMapping("/{id}")
    Looked look(@SignedIn Person operator, @PathVariable UUID id) {
        CertificateRequests.Case one = requests.look(operator, id);
        Person account = one.account();
        return new Looked(
                Request.of(one.request()),
                CertificateApi.Certificate.of(one.certificate()),
                account == null
                        ? null
                        : new Account(account.id(), account.name(), account.email(), account.organisation()),
                one.held().stream().map(CertificateApi.Certificate::of).toList());
    }

    /** The link goes to the account's address. */
    @PostMapping("/{id}/approve")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void approve(@SignedIn Person operator, @PathVariable UUID id, @RequestBody Approval approval) {
        requests.approve(operator, id, approval.checked() == null ? "" : approval.checked());
    }

    @PostMapping("/{id}/refuse")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refuse(@SignedIn Person operator, @PathVariable UUID id, @RequestBody Refused refused) {
        requests.refuse(operator, id, refused.reason() == null ? "" : refused.reason());
    }

    /** @param checked how the operator made sure who it is */
    record Approval(@Nullable String checked) {}

    record Refused(@Nullable String reason) {}

    record Requests(List<Request> items) {}

    record Request(
            UUID id,
            String name,
            String email,
            String landline,
            String mobile,
            String times,
            String words,
            Instant askedAt,
            CertificateRequest.State state,
            @Nullable Instant answeredAt,
            String answer) {

        static Request of(CertificateRequest request) {
            return new Request(
                    request.id(),
                    request.reach().name(),
                    request.reach().email(),
                    request.reach().landline(),
                    request.reach().mobile(),
                    request.reach().times(),
                    request.words(),
                    request.askedAt(),
                    request.state(),
                    request.answeredAt(),
                    request.answer());
        }
    }

    record Account(UUID id, String name, String email, String organisation) {}

    /**
     * A request beside what the installation knows.
     *
     * @param account null where no account with that address can be given a card
     */
    record Looked(
            Request request,
            CertificateApi.Certificate certificate,
            @Nullable Account account,
            List<CertificateApi.Certificate> held) {}
}
