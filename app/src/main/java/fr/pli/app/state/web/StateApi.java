package fr.pli.app.state.web;

import fr.pli.app.state.Overview;
import fr.pli.app.state.PlatformState;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the platform is doing, for programs of administrators and support operators (O-4, P-1). */
@RestController
class StateApi {

    private final Overview overview;

    StateApi(Overview overview) {
        this.overview = overview;
    }

    @GetMapping("/api/v1/state")
    PlatformState state(@SignedIn Person person) {
        StatePage.admit(person);
        return overview.now();
    }
}
