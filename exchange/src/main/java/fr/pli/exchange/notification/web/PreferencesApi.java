package fr.pli.exchange.notification.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.notification.Preferences;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's preferences for programs (P-1, N-2). */
@RestController
@RequestMapping("/api/v1/me/preferences")
class PreferencesApi {

    private final Preferences preferences;

    PreferencesApi(Preferences preferences) {
        this.preferences = preferences;
    }

    @GetMapping
    Wanted wanted(@SignedIn Person person) {
        return new Wanted(preferences.of(person.id()));
    }

    @PutMapping
    Wanted replace(@SignedIn Person person, @RequestBody Wanted wanted) {
        preferences.replace(person.id(), wanted.wanted());
        return wanted(person);
    }

    /** The notices one wants by mail; those left out are not sent. */
    record Wanted(Set<Preferences.Notice> wanted) {}
}
