package fr.pli.expertise.departure.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.expertise.departure.Declaration;
import fr.pli.expertise.departure.DepartureRefusal;
import fr.pli.expertise.departure.Departures;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own departure for programs (P-1, T-1). */
@RestController
@RequestMapping("/api/v1/departure")
class DepartureApi {

    private final Departures departures;
    private final DepartureViews views;

    DepartureApi(Departures departures, DepartureViews views) {
        this.departures = departures;
        this.views = views;
    }

    @GetMapping
    DepartureViews.Own get(@SignedIn Person me) {
        return views.own(departures.of(me).orElseThrow(DepartureRefusal.NOTHING_DECLARED::with));
    }

    /** Declares, or changes what was declared. */
    @PutMapping
    DepartureViews.Own declare(@SignedIn Person me, @RequestBody Declaration declaration) {
        return views.own(departures.declare(me, declaration));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@SignedIn Person me) {
        departures.cancel(me);
    }
}
