package fr.pli.exchange.policy.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.policy.PolicyDesk;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Policies for programs of administrators (P-1). */
@RestController
@RequestMapping("/api/v1/policies")
class PolicyApi {

    private final PolicyDesk desk;

    PolicyApi(PolicyDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    Items list(@SignedIn Person me) {
        return new Items(desk.groups(me).stream()
                .flatMap(group -> group.lines().stream().map(line -> Shown.of(group.name(), line)))
                .toList());
    }

    /** Only what is named is decided: all of it, or nothing when one thing may not be. */
    @PatchMapping
    Items change(@SignedIn Person me, @RequestBody Map<String, String> typed) {
        desk.change(me, typed, Map.of());
        return list(me);
    }

    record Items(List<Shown> items) {}

    /** @param value sizes in megabytes of 1,000,000 bytes, lists separated by spaces */
    record Shown(String name, String group, String kind, String value, String standard) {

        static Shown of(String group, PolicyDesk.Line line) {
            return new Shown(line.policy().name(), group, line.policy().kind().name(), line.value(), line.standard());
        }
    }
}
