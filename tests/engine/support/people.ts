/** A user as the stack file has them, manager of flexAI. */
export const anna = {
    username: "anna",
    email: "anna@example.com",
    preferredUsername: "Anna",
    roles: ["flexai-manager"],
};

/** Another one, editor. */
export const ben = { username: "ben", email: "ben@example.com", roles: ["flexai-editor"] };

/** A third, with the lowest role. */
export const clara = { username: "clara", email: "clara@example.com", roles: ["flexai-user"] };
