/// Who works in the shop: roles, and the door to the admin.
@org.jspecify.annotations.NullMarked
package records.staff;
