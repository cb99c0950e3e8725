// Stands for what a bundle does without.
export default {};
