package fr.pli.exchange.account.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The home page: the question of the profile without a session, the inbox with one. */
@Controller
class HomeController {

    @GetMapping("/")
    String home(HttpServletRequest request) {
        return request.getAttribute("me") == null ? "account/home" : "redirect:/messages";
    }
}
