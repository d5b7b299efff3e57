using System.Globalization;
using Fairload.Core.Access;

namespace Fairload.Web.Tests.Journeys;

/// <summary>From an empty machine to the page where the first file is brought in.</summary>
[Collection(TheCouncil.Walked)]
public sealed class The_first_run(TheCouncil council)
{
    private const string Password = "heron lantern gravel";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Leads_from_the_printed_code_to_the_imports(bool script)
    {
        await using var site = await Served.Empty();
        await using var window = await council.Open(site, null, new(Script: script));
        await window.Go("/");
        Assert.Equal("/setup", window.Path);
        await Clean(window);

        await window.Button("Make the account").ClickAsync();
        Assert.Contains("There is a problem", await window.Main(), StringComparison.Ordinal);
        await Clean(window);

        await window.Field("Set-up code").FillAsync(site.SetupCode.ToLowerInvariant());
        await window.Field("Your name").FillAsync("Jo Fennimore");
        await window.Field("Email address").FillAsync("jo@example.gov.uk");
        await window.Field("Choose a password").FillAsync(Password);
        await window.Button("Make the account").ClickAsync();
        Assert.Equal("/account/second-factor", window.Path);

        await window.Go("/imports");
        Assert.Equal("/account/second-factor", window.Path);
        await Clean(window);
        var key = await window.Page.Locator("main code").InnerTextAsync();
        await window.Field("Code from the app").FillAsync("000000");
        await window.Button("Confirm").ClickAsync();
        Assert.Contains("There is a problem", await window.Main(), StringComparison.Ordinal);
        await window.Field("Code from the app").FillAsync(Code(key, site));
        await window.Button("Confirm").ClickAsync();

        var codes = await window.Page.Locator("main li code").AllInnerTextsAsync();
        Assert.Equal(RecoveryCode.HowMany, codes.Distinct().Count());
        await Clean(window);
        await window.Button("I have kept them").ClickAsync();
        Assert.Contains("Nothing has been imported yet", await window.Main(), StringComparison.Ordinal);
        await window.Link("Imports").ClickAsync();
        Assert.Equal("Imports", await window.Page.Locator("h1").InnerTextAsync());

        await window.Button("Sign out").ClickAsync();
        await ComesBack(window, site, key, codes[0]);
    }

    private static async Task ComesBack(Window window, Served site, string key, string recoveryCode)
    {
        await window.Go("/people");
        Assert.Equal("/sign-in?return=%2Fpeople", window.Path);
        await Clean(window);
        await window.Go("/sign-in?return=%2Faccounts");
        await window.Field("Email address").FillAsync("jo@example.gov.uk");
        await window.Field("Password").FillAsync(Password);
        await window.Page.Locator("main form button[type=submit]").ClickAsync();
        Assert.StartsWith("/sign-in/code", window.Path, StringComparison.Ordinal);
        await Clean(window);

        // The code of the step before has been used.
        site.Clock.Pass(TimeSpan.FromSeconds(31));
        await window.Page.Locator("input[name=Code]").FillAsync(Code(key, site));
        await window.Page.Locator("main form button[type=submit]").ClickAsync();
        Assert.Equal("/accounts", window.Path);

        await window.Button("Sign out").ClickAsync();
        await window.Go("/sign-in");
        await window.Field("Email address").FillAsync("jo@example.gov.uk");
        await window.Field("Password").FillAsync(Password);
        await window.Page.Locator("main form button[type=submit]").ClickAsync();
        await window.Page.Locator("input[name=Code]").FillAsync(recoveryCode);
        await window.Page.Locator("main form button[type=submit]").ClickAsync();
        Assert.Equal("/", window.Path);
        await window.Go("/setup");
        Assert.Equal("Page not found", await window.Page.Locator("h1").InnerTextAsync());
    }

    private static async Task Clean(Window window)
    {
        Window.None(await window.Findings());
        Window.None(await window.FindingsOnTelephone(quick: true));
    }

    /// <summary>What an authenticator app shows for the key at the site's time.</summary>
    internal static string Code(string key, Served site)
    {
        const string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var values = key.Where(char.IsLetterOrDigit).Select(c => letters.IndexOf(c, StringComparison.Ordinal));
        var bits = string.Concat(values.Select(v => Convert.ToString(v, 2).PadLeft(5, '0')));
        var secret = bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2)).ToArray();
        return Totp.Code(secret, site.Clock.GetUtcNow().ToUnixTimeSeconds() / 30).ToString(CultureInfo.InvariantCulture);
    }
}
