using Fairload.App.Access;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace Fairload.Web.Access;

/// <summary>What signing in is made of, and where in a request's way it stands: after routing, before antiforgery.</summary>
public static class AccessServices
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddSingleton<KeyTable>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(options => options.XmlRepository = provider.GetRequiredService<KeyTable>()));
        services.AddDataProtection().SetApplicationName("fairload");

        services.AddSingleton<PasswordKeeper>();
        services.AddSingleton<SecretBox>();
        services.AddSingleton<FirstRun>();
        services.AddSingleton<AccessCookies>();
        services.AddScoped<SessionDesk>();
        services.AddScoped<SignInDesk>();
        services.AddScoped<SecondFactorDesk>();
        services.AddScoped<InvitationDesk>();
        services.AddScoped<InvitationLetter>();
        services.AddHostedService<FirstRunGreeting>();
        return services;
    }

    public static void UseAccess(this WebApplication site)
    {
        site.UseMiddleware<Gate>();
        site.MapGet("/account/second-factor/qr.svg", SecondFactorPicture.Draw);
    }
}

/// <summary>Tells whoever started the program how to make the first account.</summary>
internal sealed class FirstRunGreeting(FirstRun firstRun) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await firstRun.Announce(cancellationToken) is not { } code) return;
        await Console.Error.WriteLineAsync($"There is no account yet. Open /setup and enter this code: {code}");
        await Console.Error.WriteLineAsync("It counts once, until the next start. It also stands in setup-code.txt in the data directory.");
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
