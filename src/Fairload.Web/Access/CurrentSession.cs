using Fairload.App.Access;

namespace Fairload.Web.Access;

public static class CurrentSession
{
    private const string Key = "signed-in";

    extension(HttpContext context)
    {
        /// <summary>
        /// The session behind the request, also one in which only the second factor may be set up; null for a visitor. Pages that
        /// need a reader take <c>HttpContext.Reader</c>, which is there only for somebody who is signed in altogether.
        /// </summary>
        public SignedIn? SignedIn
        {
            get => context.Items[Key] as SignedIn;
            set => context.Items[Key] = value;
        }
    }
}
