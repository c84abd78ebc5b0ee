package io.haina.api;

/** The chapters for admins. */
sealed interface AdminWire extends ApiWire permits StaffWire, UnitsWire, HandoversWire, MenusWire, RolesWire {}
