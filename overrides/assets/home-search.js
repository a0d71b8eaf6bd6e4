// The search button of the home page opens the search of the header. Without script there is neither.
{
  const button = document.querySelector(".home-search button");
  button.hidden = false;
  button.addEventListener("click", () => document.querySelector('.md-header [for="__search"]').click());
}
