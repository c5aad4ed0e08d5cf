import { App, ConfigProvider, type ThemeConfig } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import type { ReactNode } from 'react'
import 'dayjs/locale/zh-cn'
import { useLanguage } from '../text/words.ts'

dayjs.locale('zh-cn')

/** antd with our tokens, our language and the page's nonce; without the nonce it is unstyled (K42, K46). */
export function DesignFrame({ children }: { children: ReactNode }) {
  const locale = useLanguage() === 'en' ? enUS : zhCN
  return (
    <ConfigProvider
      locale={locale}
      theme={themeOf(token)}
      csp={{ nonce: pageNonce() }}
      button={{ autoInsertSpace: false }}
      // No ring that runs out after a click (U6); it also kept the old width of a button for seconds (U45).
      wave={{ disabled: true }}
    >
      <App component={false}>{children}</App>
    </ConfigProvider>
  )
}

function pageNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? ''
}

// The colours are written once, in tokens.css; antd wants them as values because it computes others from them.
function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim()
}

function themeOf(value: (name: string) => string): ThemeConfig {
  return {
    token: {
      colorPrimary: value('--brand') || '#1B4B72',
      colorLink: value('--brand') || '#1B4B72',
      colorText: value('--ink') || '#1B2126',
      colorTextSecondary: value('--ink-2') || '#48535C',
      colorTextDescription: value('--ink-2') || '#48535C',
      colorTextPlaceholder: value('--ink-2') || '#48535C',
      colorTextDisabled: value('--ink-2') || '#48535C',
      colorBorder: value('--line') || '#76828B',
      colorBgLayout: value('--bg') || '#F3F5F4',
      colorError: value('--bad-solid') || '#9B1B1B',
      fontFamily: '"Noto Sans SC Variable", "Microsoft YaHei", "PingFang SC", sans-serif',
      fontSize: 16,
      borderRadius: 4,
      controlHeight: 36,
      // The least of a desk (U1).
      controlHeightSM: 32,
      motionDurationFast: '0.05s',
      motionDurationMid: '0.1s',
      motionDurationSlow: '0.15s',
    },
  }
}
