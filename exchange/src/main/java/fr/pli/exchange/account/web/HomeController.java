package fr.pli.exchange.account.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.StartPage;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The home page: the question of the profile without a session, the profile's start page with one. */
@Controller
class HomeController {

    private final ObjectProvider<StartPage> pages;

    HomeController(ObjectProvider<StartPage> pages) {
        this.pages = pages;
    }

    @GetMapping("/")
    String home(HttpServletRequest request) {
        return request.getAttribute("me") instanceof Person person
                ? "redirect:"
                        + pages.orderedStream()
                                .flatMap(page -> page.of(person).stream())
                                .findFirst()
                                .orElse("/messages")
                : "account/home";
    }
}
