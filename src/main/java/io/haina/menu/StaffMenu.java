package io.haina.menu;

import io.haina.staff.Profile;
import java.util.List;

/** A person and what is in the person's menu, in order. */
public record StaffMenu(Profile person, List<MenuItem> items) {}
