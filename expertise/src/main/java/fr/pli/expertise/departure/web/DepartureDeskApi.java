package fr.pli.expertise.departure.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.account.SignedIn;
import fr.pli.expertise.departure.DepartureDesk;
import fr.pli.expertise.departure.DepartureReading;
import fr.pli.expertise.departure.Replacements;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Departures for programs (P-1): those that concern the caller; all of them, and replacements, for support (T-3, T-4). */
@RestController
@RequestMapping("/api/v1/departures")
class DepartureDeskApi {

    private final DepartureDesk desk;
    private final DepartureReading reading;
    private final Replacements replacements;
    private final DepartureViews views;

    DepartureDeskApi(DepartureDesk desk, DepartureReading reading, Replacements replacements, DepartureViews views) {
        this.desk = desk;
        this.reading = reading;
        this.replacements = replacements;
        this.views = views;
    }

    /** For support. @param waiting only those whose files need somebody */
    @GetMapping
    Listed list(@SignedIn Person me, @RequestParam(defaultValue = "false") boolean waiting) {
        return new Listed(desk.list(me, waiting).stream().map(views::shown).toList());
    }

    @GetMapping("/{id}")
    DepartureViews.Shown get(@SignedIn Person me, @PathVariable UUID id) {
        return operator(me) ? views.shown(desk.get(me, id)) : views.shown(reading.known(me, id));
    }

    /**
     * Attaches a replacement; the request is the body.
     *
     * @param replacement address of somebody registered
     * @param asker {@code DIRECTEUR_DE_GREFFE}, {@code MAGISTRAT_DU_CONTROLE} or {@code PRESIDENT}
     * @param askerName who asked
     * @param file name of the request's file
     */
    @PostMapping(path = "/{id}/replacement", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    DepartureViews.Shown attach(
            @SignedIn Person me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String replacement,
            @RequestParam(defaultValue = "") String asker,
            @RequestParam(defaultValue = "") String askerName,
            @RequestParam(defaultValue = "demande") String file,
            HttpServletRequest request)
            throws IOException {
        var joined = GivenRequest.of(file, request);
        replacements.attach(me, id, new Replacements.Attachment(replacement, asker, askerName, joined));
        return get(me, id);
    }

    /** Joins the request again, where the first one was not clean; it is the body. */
    @PutMapping(path = "/{id}/replacement/request", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    DepartureViews.Shown request(
            @SignedIn Person me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "demande") String file,
            HttpServletRequest request)
            throws IOException {
        replacements.request(me, id, GivenRequest.of(file, request));
        return get(me, id);
    }

    private static boolean operator(Person person) {
        return person.profile() == Profile.SUPPORT || person.profile() == Profile.ADMINISTRATOR;
    }

    record Listed(List<DepartureViews.Shown> items) {}
}
